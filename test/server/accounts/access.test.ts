import { createHash } from 'node:crypto';
import { after, before, it } from 'node:test';
import { expect } from 'chai';
import { ERROR_STATUS, operations, type ErrorCode, type OperationName, type Problem } from '../../../src/contract.js';
import { accountRoutes } from '../../../demo/server/routes/account-routes.js';
import { structureHandlers } from '../../../demo/server/routes/structure-routes.js';
import { describeEachEngine, type TestReply, type TestServer } from '../support/engines.js';
import { applicant, codeFor, register, signedIn, signUp } from '../support/people.js';

/** What somebody has in hand: nothing, a session, the secret of another sign-up, the secret of this one. */
const HOLDERS = ['nobody', 'account', 'other applicant', 'applicant'] as const;
type Holder = (typeof HOLDERS)[number];

/** `ok`: allowed. */
type Verdict = 'ok' | ErrorCode;

const NONE = 'sign_up_unknown';

/** In the order of HOLDERS; the sign-up, and the account that is signed in to, are the applicant's and the account's. */
const TABLE: Readonly<Record<keyof typeof accountRoutes, readonly [Verdict, Verdict, Verdict, Verdict]>> = {
  //                   nobody              account             other applicant     applicant
  createSignUp:       ['ok',              'ok',               'ok',               'ok'],
  readSignUp:         [NONE,              NONE,               NONE,               'ok'],
  resendSignUpCode:   [NONE,              NONE,               NONE,               'ok'],
  correctSignUpEmail: [NONE,              NONE,               NONE,               'ok'],
  confirmSignUp:      [NONE,              NONE,               NONE,               'ok'],
  // The password is what counts, whatever else one has in hand.
  signIn:             ['credentials_wrong', 'credentials_wrong', 'credentials_wrong', 'credentials_wrong'],
  readSession:        ['session_required', 'ok',              'session_required', 'session_required'],
  signOut:            ['ok',              'ok',               'ok',               'ok'],
};

/** Everything that a forbidden request might change. Not failed sign-ins, nor when a session was last seen: both are counted on purpose. */
const TABLES = [
  'accounts',
  'consents',
  'sign_ups',
  'sign_up_secrets',
  'sign_up_codes',
  'code_mails',
  'wrong_codes',
  '(SELECT token_digest, account_id, created_at FROM sessions) AS known',
  'mails',
];

interface Cast {
  readonly headers: Readonly<Record<Holder, Record<string, string>>>;
  readonly path: Readonly<Record<string, string>>;
  readonly body: Partial<Record<OperationName, unknown>>;
}

/** One sign-up that waits for its code, another, and somebody with an account and a session. */
async function assemble(server: TestServer): Promise<Cast> {
  const own = applicant();
  const pending = await signUp(server, own);
  const code = await codeFor(server, own.email);
  const other = await signUp(server, applicant());
  const account = applicant();
  const session = await signedIn(server, account);
  await server.advance(61);
  return {
    headers: { nobody: {}, account: session, 'other applicant': other.headers, applicant: pending.headers },
    path: { signUpId: pending.signUpId },
    body: {
      createSignUp: applicant(),
      correctSignUpEmail: { email: applicant().email },
      confirmSignUp: { code },
      signIn: { login: account.email, password: own.password.replace('7', '8'), transport: 'bearer' },
    },
  };
}

describeEachEngine('who may do what with a sign-up or a session', (open) => {
  let server: TestServer;
  before(async () => {
    server = await open();
  });
  after(() => server.close());

  function ask({ headers, path, body }: Cast, name: keyof typeof accountRoutes, holder: Holder): Promise<TestReply> {
    const { method, path: pattern } = operations[name];
    const address = pattern.replace(/\{(\w+)\}/g, (_, param: string) => path[param] ?? 'none');
    return server.request(method, address, { headers: headers[holder], body: body[name] });
  }

  /** A fingerprint of each table. */
  async function everything(): Promise<Record<string, string>> {
    const prints = TABLES.map(async (table) => {
      const rows = await server.context.db.query(`SELECT * FROM ${table} ORDER BY 1`);
      return [table, createHash('sha256').update(JSON.stringify(rows)).digest('hex')] as const;
    });
    return Object.fromEntries(await Promise.all(prints));
  }

  it('is written down for every operation that is about no structure', () => {
    const all = [...Object.keys(accountRoutes), ...Object.keys(structureHandlers)];

    expect(Object.keys(TABLE)).to.have.members(Object.keys(accountRoutes));
    expect(all).to.have.members(Object.keys(operations));
  });

  for (const [name, verdicts] of Object.entries(TABLE) as [keyof typeof TABLE, readonly Verdict[]][]) {
    it(`${name}: nobody else gets through, and nothing changes`, async () => {
      const cast = await assemble(server);
      const before = await everything();
      for (const [index, holder] of HOLDERS.entries()) {
        const verdict = verdicts[index];
        if (verdict === 'ok' || verdict === undefined) continue;

        const reply = await ask(cast, name, holder);

        expect([holder, reply.as<Problem>().code]).to.deep.equal([holder, verdict]);
        expect(reply.status).to.equal(ERROR_STATUS[verdict]);
        expect(reply.headers.get('Content-Type')).to.contain('application/problem+json');
      }
      expect(await everything()).to.deep.equal(before);
    });

    it(`${name}: those who may, get through`, async () => {
      for (const [index, holder] of HOLDERS.entries()) {
        if (verdicts[index] !== 'ok') continue;

        const reply = await ask(await assemble(server), name, holder);

        expect([holder, reply.status]).to.deep.equal([holder, operations[name].status]);
      }
    });
  }

  it('lets nobody end the session of someone else', async () => {
    const account = applicant();
    const session = await signedIn(server, account);
    await register(server, applicant());

    const reply = await server.request('DELETE', '/v1/session', { headers: await signedIn(server, applicant()) });

    expect(reply.status).to.equal(204);
    expect((await server.request('GET', '/v1/session', { headers: session })).status).to.equal(200);
  });
});
