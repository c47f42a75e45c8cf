import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { administrator, attach, request, type Claimant } from './steps.js';
import { engines, type Someone, type World } from './world.js';

const grant = { decision: 'grant' } as const;
const refuse = { decision: 'refuse', reason: 'Ce service ne concerne pas votre poste.' } as const;

for (const { engine, skip, open } of engines) {
  describe(`an administrator's decision on ${engine}`, { skip }, () => {
    let world: World;
    before(async () => {
      world = await open();
    });
    after(() => world.close());

    /** Somebody of the administrator's structure asks for a service. */
    async function asker(boss: Claimant, serviceId = 'encours') {
      const who = await world.person('Sami', 'Bonnet');
      const membership = await attach(who, boss.siret);
      const { habilitationId } = await who.call('createHabilitation', request(membership, 'administrator', serviceId));
      return { who, membership, habilitationId };
    }

    async function secondAdministrator(boss: Claimant): Promise<Someone> {
      const who = await world.person('Odile', 'Vasseur');
      const { membershipId } = await attach(who, boss.siret);
      await world.context.db.query(
        `INSERT INTO administrators (administrator_id, account_id, membership_id, siret, state, created_at, activated_at)
         VALUES ($1, $2, $3, $4, 'active', now(), now())`,
        [randomUUID(), who.accountId, membershipId, boss.siret],
      );
      return who;
    }

    /** On PGlite there is one connection, and nothing comes in between. */
    const twoConnections = { skip: engine === 'PGlite' && 'one connection: nothing can come in between' };

    it('leaves a request as it is that expires at the same moment', twoConnections, async () => {
      const boss = await administrator(world);
      const { habilitationId } = await asker(boss);
      let deciding: Promise<unknown> | undefined;

      await world.context.db.transaction(async (tx) => {
        await tx.query("UPDATE habilitations SET state = 'expired' WHERE habilitation_id = $1", [habilitationId]);
        deciding = boss.who.refused('decideHabilitation', { params: { habilitationId }, body: grant });
        // Long enough for the decision to have read the request, were it not to wait.
        await new Promise((resolve) => setTimeout(resolve, 300));
      });

      expect(await deciding).to.deep.equal({ code: 'already_decided', state: 'expired' });
    });

    it('grants: the button shows, and a mail says so without naming anyone else', async () => {
      const boss = await administrator(world);
      const { who, membership, habilitationId } = await asker(boss);

      const decided = await boss.who.call('decideHabilitation', { params: { habilitationId }, body: grant });

      expect(decided).to.include({ state: 'granted', reason: null });
      const { results } = await who.call('listServices', { query: { membershipId: membership.membershipId } });
      const encours = results.find((each) => each.service.serviceId === 'encours');
      expect(encours?.habilitation?.state).to.equal('granted');
      expect(encours?.service.url).to.equal('/pages/service.html?service=encours');
      const mails = await world.mails(who, 'habilitation_granted');
      expect(mails).to.have.length(1);
      expect(JSON.stringify(mails)).not.to.contain('Lefèvre');
    });

    it('refuses with a reason, which the requester reads in the mail and on the page, and may ask again', async () => {
      const boss = await administrator(world);
      const { who, membership, habilitationId } = await asker(boss);

      const decided = await boss.who.call('decideHabilitation', { params: { habilitationId }, body: refuse });

      expect(decided).to.include({ state: 'refused', reason: refuse.reason });
      const { results } = await who.call('listServices', { query: { membershipId: membership.membershipId } });
      expect(results.find((each) => each.service.serviceId === 'encours')?.habilitation).to.include({ state: 'refused', reason: refuse.reason });
      expect((await world.mails(who, 'habilitation_refused'))[0]).to.include({ reason: refuse.reason });
      const anew = await who.call('createHabilitation', request(membership, 'administrator'));
      expect(anew).to.include({ state: 'awaiting_administrator' });
    });

    it('needs a reason to refuse', async () => {
      const boss = await administrator(world);
      const { habilitationId } = await asker(boss);

      for (const body of [{ decision: 'refuse' }, { decision: 'refuse', reason: '  ' }]) {
        expect(await boss.who.refused('decideHabilitation', { params: { habilitationId }, body })).to.include({ code: 'fields_invalid' });
      }
    });

    it('is taken once, with one mail, when it is sent twice', async () => {
      const boss = await administrator(world);
      const { who, habilitationId } = await asker(boss);
      const decision = { params: { habilitationId }, body: grant };

      const [first, second] = await Promise.all([boss.who.call('decideHabilitation', decision), boss.who.call('decideHabilitation', decision)]);

      expect(second).to.deep.equal(first);
      expect(await world.mails(who, 'habilitation_granted')).to.have.length(1);
    });

    it('shows who decided already to the other administrator, and to whoever changes their mind', async () => {
      const boss = await administrator(world);
      const other = await secondAdministrator(boss);
      const { habilitationId } = await asker(boss);
      await boss.who.call('decideHabilitation', { params: { habilitationId }, body: refuse });

      for (const late of [other, boss.who]) {
        expect(await late.refused('decideHabilitation', { params: { habilitationId }, body: grant })).to.deep.equal({
          code: 'already_decided',
          state: 'refused',
          decidedBy: 'Claire Lefèvre',
        });
      }
    });

    it('comes too late for a request that was taken back', async () => {
      const boss = await administrator(world);
      const { who, habilitationId } = await asker(boss);
      await who.call('cancelHabilitation', { params: { habilitationId } });

      expect(await boss.who.refused('decideHabilitation', { params: { habilitationId }, body: grant })).to.deep.equal({
        code: 'already_decided',
        state: 'cancelled',
      });
    });

    it('is never about one’s own request: the other administrator is written to, alone', async () => {
      const boss = await administrator(world);
      const other = await secondAdministrator(boss);
      const asked = await boss.who.call('createHabilitation', request(boss.membership, 'administrator', 'documents'));
      const decision = { params: { habilitationId: asked.habilitationId }, body: grant };

      expect(asked).to.include({ state: 'awaiting_administrator' });
      expect(await boss.who.refused('decideHabilitation', decision)).to.deep.equal({ code: 'own_request' });
      expect(await world.mails(boss.who, 'habilitation_requested')).to.deep.equal([]);
      expect(await world.mails(other, 'habilitation_requested')).to.have.length(1);
      expect(await other.call('decideHabilitation', decision)).to.include({ state: 'granted' });
    });

    it('finds the requests that wait, the oldest first, 25 a page', async () => {
      const boss = await administrator(world);
      const askers = [];
      for (let n = 0; n < 27; n++) {
        askers.push((await asker(boss)).habilitationId);
        await world.advance({ seconds: 1 });
      }
      const params = { membershipId: boss.membership.membershipId };

      const first = await boss.who.call('listRequests', { params });
      const second = await boss.who.call('listRequests', { params, query: { page: '2' } });

      expect(first).to.include({ total: 27, page: 1, pageSize: 25 });
      expect([...first.results, ...second.results].map((each) => each.habilitation.habilitationId)).to.deep.equal(askers);
      expect(first.results[0]).to.deep.include({ serviceName: 'Encours' });
      expect(first.results[0]?.user).to.include({ firstName: 'Sami', lastName: 'Bonnet', role: 'user', isSelf: false });
    });

    it('rests on a list of users by name, accents and case set aside, with what they hold', async () => {
      const boss = await administrator(world);
      for (const [firstName, lastName] of [['Zoé', 'élan'], ['Ana', 'Eland'], ['Bob', 'ELAN'], ['Léa', 'Zola'], ['Guy', 'Œuf']] as const) {
        await attach(await world.person(firstName, lastName), boss.siret);
      }
      const params = { membershipId: boss.membership.membershipId };

      const { results, total } = await boss.who.call('listUsers', { params });

      const names = results.map(({ user }) => `${user.firstName} ${user.lastName}`);
      expect(names).to.deep.equal(['Bob ELAN', 'Zoé élan', 'Ana Eland', 'Claire Lefèvre', 'Guy Œuf', 'Léa Zola']);
      expect(total).to.equal(6);
      const self = results.find(({ user }) => user.isSelf);
      expect(self?.user).to.include({ role: 'administrator', email: boss.who.email });
      expect(self?.habilitations.map((each) => [each.serviceName, each.habilitation.state])).to.deep.equal([['Encours', 'granted']]);
    });
  });
}
