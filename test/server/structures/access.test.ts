import { expect } from 'chai';
import { after, before, describe, it } from 'node:test';
import { ERROR_STATUS, operations, type ErrorCode, type OperationName } from '../../../src/contract.js';
import { structureHandlers } from '../../../demo/server/routes/structure-routes.js';
import { overHttp, type Ask } from './over-http.js';
import { administrator, attach, claimantWithLetter, request } from './steps.js';
import { engines, type Asked, type World } from './world.js';

const ROLES = ['anonymous', 'outsider', 'member', 'administrator', 'future', 'elsewhere'] as const;
type Role = (typeof ROLES)[number];

/** `ok`: allowed. */
type Verdict = 'ok' | ErrorCode;

const NO_SESSION = 'session_required';
const NONE = 'not_found';

interface Row {
  readonly name: OperationName;
  /** Whose thing it is about. */
  readonly of: 'nobody' | 'the caller' | 'member' | 'administrator' | 'future';
  /** In the order of ROLES. */
  readonly verdicts: readonly [Verdict, Verdict, Verdict, Verdict, Verdict, Verdict];
}

/**
 * Who may do what. Member and administrator belong to one structure, the future administrator to a second, the
 * administrator from elsewhere to a third, the outsider to none. Whatever isn't `ok` must change nothing.
 */
const TABLE: readonly Row[] = [
  // name, of                                                anonymous   outsider  member             administrator       future              elsewhere
  { name: 'searchStructures', of: 'nobody', verdicts:       ['ok',       'ok',     'ok',              'ok',               'ok',               'ok'] },
  { name: 'readStructure', of: 'nobody', verdicts:          ['ok',       'ok',     'ok',              'ok',               'ok',               'ok'] },
  { name: 'listMemberships', of: 'the caller', verdicts:    [NO_SESSION, 'ok',     'ok',              'ok',               'ok',               'ok'] },
  { name: 'updateMembership', of: 'member', verdicts:       [NO_SESSION, NONE,     'ok',              NONE,               NONE,               NONE] },
  { name: 'updateMembership', of: 'administrator', verdicts: [NO_SESSION, NONE,    NONE,              'ok',               NONE,               NONE] },
  { name: 'updateMembership', of: 'future', verdicts:       [NO_SESSION, NONE,     NONE,              NONE,               'ok',               NONE] },
  { name: 'listServices', of: 'member', verdicts:           [NO_SESSION, NONE,     'ok',              NONE,               NONE,               NONE] },
  { name: 'listServices', of: 'administrator', verdicts:    [NO_SESSION, NONE,     NONE,              'ok',               NONE,               NONE] },
  { name: 'listServices', of: 'future', verdicts:           [NO_SESSION, NONE,     NONE,              NONE,               'ok',               NONE] },
  { name: 'readHabilitationCase', of: 'member', verdicts:   [NO_SESSION, NONE,     'ok',              NONE,               NONE,               NONE] },
  { name: 'readHabilitationCase', of: 'administrator', verdicts: [NO_SESSION, NONE, NONE,             'ok',               NONE,               NONE] },
  { name: 'readHabilitationCase', of: 'future', verdicts:   [NO_SESSION, NONE,     NONE,              NONE,               'ok',               NONE] },
  { name: 'createHabilitation', of: 'member', verdicts:     [NO_SESSION, NONE,     'ok',              NONE,               NONE,               NONE] },
  { name: 'createHabilitation', of: 'administrator', verdicts: [NO_SESSION, NONE,  NONE,              'ok',               NONE,               NONE] },
  { name: 'createHabilitation', of: 'future', verdicts:     [NO_SESSION, NONE,     NONE,              NONE,               'ok',               NONE] },
  { name: 'listRequests', of: 'member', verdicts:           [NO_SESSION, NONE,     'not_administrator', NONE,             NONE,               NONE] },
  { name: 'listRequests', of: 'administrator', verdicts:    [NO_SESSION, NONE,     NONE,              'ok',               NONE,               NONE] },
  { name: 'listRequests', of: 'future', verdicts:           [NO_SESSION, NONE,     NONE,              NONE,               'not_administrator', NONE] },
  { name: 'listUsers', of: 'member', verdicts:              [NO_SESSION, NONE,     'not_administrator', NONE,             NONE,               NONE] },
  { name: 'listUsers', of: 'administrator', verdicts:       [NO_SESSION, NONE,     NONE,              'ok',               NONE,               NONE] },
  { name: 'listUsers', of: 'future', verdicts:              [NO_SESSION, NONE,     NONE,              NONE,               'not_administrator', NONE] },
  { name: 'decideHabilitation', of: 'member', verdicts:     [NO_SESSION, NONE,     'not_administrator', 'ok',             NONE,               NONE] },
  { name: 'decideHabilitation', of: 'administrator', verdicts: [NO_SESSION, NONE,  'not_administrator', 'own_request',    NONE,               NONE] },
  { name: 'decideHabilitation', of: 'future', verdicts:     [NO_SESSION, NONE,     NONE,              NONE,               'not_administrator', NONE] },
  { name: 'cancelHabilitation', of: 'member', verdicts:     [NO_SESSION, NONE,     'ok',              NONE,               NONE,               NONE] },
  { name: 'cancelHabilitation', of: 'administrator', verdicts: [NO_SESSION, NONE,  NONE,              'transition_refused', NONE,             NONE] },
  { name: 'cancelHabilitation', of: 'future', verdicts:     [NO_SESSION, NONE,     NONE,              NONE,               'ok',               NONE] },
  { name: 'readClaim', of: 'administrator', verdicts:       [NO_SESSION, NONE,     NONE,              'ok',               NONE,               NONE] },
  { name: 'readClaim', of: 'future', verdicts:              [NO_SESSION, NONE,     NONE,              NONE,               'ok',               NONE] },
  { name: 'resendLetter', of: 'administrator', verdicts:    [NO_SESSION, NONE,     NONE,              'claim_activated',  NONE,               NONE] },
  { name: 'resendLetter', of: 'future', verdicts:           [NO_SESSION, NONE,     NONE,              NONE,               'letter_too_soon',  NONE] },
  { name: 'activateClaim', of: 'administrator', verdicts:   [NO_SESSION, NONE,     NONE,              'claim_activated',  NONE,               NONE] },
  { name: 'activateClaim', of: 'future', verdicts:          [NO_SESSION, NONE,     NONE,              NONE,               'ok',               NONE] },
  { name: 'cancelClaim', of: 'administrator', verdicts:     [NO_SESSION, NONE,     NONE,              'claim_activated',  NONE,               NONE] },
  { name: 'cancelClaim', of: 'future', verdicts:            [NO_SESSION, NONE,     NONE,              NONE,               'ok',               NONE] },
  { name: 'createMembership', of: 'nobody', verdicts:       [NO_SESSION, 'ok',     'ok',              'ok',               'ok',               'ok'] },
];

/** Everything that a forbidden request might change. */
const TABLES = ['memberships', 'administrators', 'claims', 'letters', 'habilitations', 'history', 'mails'];

interface Cast {
  readonly ask: Readonly<Record<Role, Ask>>;
  asked(row: Row): Asked;
}

/** Two structures with their people, one of whom administers, and one of whom waits for a letter. */
async function assemble(world: World): Promise<Cast> {
  const boss = await administrator(world);
  const future = await claimantWithLetter(world);
  const elsewhere = await administrator(world);
  const outsider = await world.person('Olga', 'Simon');
  const member = await world.person('Milo', 'Leger');
  const membership = await attach(member, boss.siret);
  const waiting = await member.call('createHabilitation', request(membership, 'administrator'));
  const memberships: Partial<Record<Row['of'], string>> = {
    member: membership.membershipId,
    administrator: boss.membership.membershipId,
    future: future.membership.membershipId,
  };
  const habilitations: Partial<Record<Row['of'], string>> = {
    member: waiting.habilitationId,
    administrator: boss.habilitation.habilitationId,
    future: future.habilitation.habilitationId,
  };
  const claims: Partial<Record<Row['of'], string>> = { administrator: boss.claimId, future: future.claimId };
  const cases: Partial<Record<Row['of'], string>> = { member: 'administrator', administrator: 'sole_administrator', future: 'own_claim' };
  const { as } = overHttp(world);
  return {
    ask: {
      anonymous: await as(undefined),
      outsider: await as(outsider),
      member: await as(member),
      administrator: await as(boss.who),
      future: await as(future.who),
      elsewhere: await as(elsewhere.who),
    },
    asked({ name, of }) {
      const membershipId = memberships[of] ?? '';
      const habilitationId = habilitations[of] ?? '';
      const claimId = claims[of] ?? '';
      const asked: Partial<Record<OperationName, Asked>> = {
        searchStructures: { query: { q: 'ville' } },
        readStructure: { params: { siret: boss.siret } },
        createMembership: { body: { siret: boss.siret } },
        updateMembership: { params: { membershipId }, body: { jobFunction: 'director' } },
        listServices: { query: { membershipId } },
        readHabilitationCase: { params: { membershipId }, query: { serviceId: 'documents' } },
        createHabilitation: { body: { membershipId, serviceId: 'documents', acceptedCase: cases[of] } },
        cancelHabilitation: { params: { habilitationId } },
        decideHabilitation: { params: { habilitationId }, body: { decision: 'grant' } },
        readClaim: { params: { claimId } },
        activateClaim: { params: { claimId }, body: { code: future.code, handedOver: true } },
        resendLetter: { params: { claimId } },
        cancelClaim: { params: { claimId } },
        listRequests: { params: { membershipId } },
        listUsers: { params: { membershipId } },
      };
      return asked[name] ?? {};
    },
  };
}

for (const { engine, skip, open } of engines) {
  describe(`who may do what on ${engine}`, { skip }, () => {
    let world: World;
    let cast: Cast;
    before(async () => {
      world = await open();
      cast = await assemble(world);
    });
    after(() => world.close());

    async function everything(): Promise<string> {
      const rows = await Promise.all(TABLES.map((table) => world.context.db.query(`SELECT * FROM ${table} ORDER BY 1`)));
      return JSON.stringify(rows);
    }

    it('is written down for every operation on structures, and what belongs to them', () => {
      expect([...new Set(TABLE.map((row) => row.name))]).to.have.members(Object.keys(structureHandlers));
    });

    for (const row of TABLE) {
      it(`${row.name} of ${row.of}: nobody else gets through, and nothing changes`, async () => {
        const { access } = operations[row.name];
        expect(row.verdicts[0]).to.equal(access === 'public' ? 'ok' : NO_SESSION);
        const before = await everything();
        for (const [index, role] of ROLES.entries()) {
          const verdict = row.verdicts[index];
          if (verdict === 'ok' || verdict === undefined) continue;

          const { status, body, contentType } = await cast.ask[role](row.name, cast.asked(row));

          expect([role, body.code]).to.deep.equal([role, verdict]);
          expect(status).to.equal(ERROR_STATUS[verdict]);
          expect(contentType).to.contain('application/problem+json');
        }
        expect(await everything()).to.equal(before);
      });
    }

    // Only afterwards, since some of these end what others are about: each in a cast of its own.
    for (const row of TABLE.filter(({ verdicts }) => verdicts.includes('ok'))) {
      it(`${row.name} of ${row.of}: those who may, get through`, async () => {
        const own = ['cancelHabilitation', 'cancelClaim', 'activateClaim', 'decideHabilitation'].includes(row.name) ? await assemble(world) : cast;
        for (const [index, role] of ROLES.entries()) {
          if (row.verdicts[index] !== 'ok') continue;

          const { status } = await own.ask[role](row.name, own.asked(row));

          expect([role, status]).to.deep.equal([role, operations[row.name].status]);
        }
      });
    }
  });
}
