import { after, before, beforeEach, it } from 'node:test';
import { expect } from 'chai';
import type { SignUp } from '../../../src/contract.js';
import { describeEachEngine, type TestServer } from '../support/engines.js';
import { diesAfterEachTransaction, eventually } from '../support/dying.js';
import { applicant, createSignUp, refusal, signUp } from '../support/people.js';

describeEachEngine('a request that is sent twice under one key', (open) => {
  let server: TestServer;
  before(async () => {
    server = await open();
  });
  beforeEach(() => server.reset());
  after(() => server.close());

  const key = { 'Idempotency-Key': 'a-double-click' };

  const posts: [string, string, unknown][] = [
    ['a new code', 'code', undefined],
    ['a corrected address', 'email', { email: 'bonne.adresse@commune.example' }],
  ];
  for (const [what, path, body] of posts) {
    it(`brings one mail and one answer, on two servers at once: ${what}`, async () => {
      const other = await open({ beside: server });
      const { signUpId, headers } = await signUp(server, applicant());
      await server.advance(60);
      const mailsBefore = (await server.mails()).length;
      const send = (to: TestServer) => to.request('POST', `/v1/sign-ups/${signUpId}/${path}`, { headers: { ...headers, ...key }, body });

      const replies = await Promise.all([send(server), send(other), send(server)]);
      await other.close();

      expect(replies.map(({ status }) => status)).to.deep.equal([200, 200, 200]);
      expect(new Set(replies.map(({ text }) => text)).size).to.equal(1);
      expect(await server.mails()).to.have.length(mailsBefore + 1);
    });
  }

  it('is answered as the first time though the server died between doing it and saying so', async () => {
    const other = await open({ beside: server });
    const dying = diesAfterEachTransaction(other.context.db);
    const person = applicant();
    void createSignUp(other, person, key);
    const made = await eventually(async () => (await server.mails())[0]);
    const again = await createSignUp(server, person, key);
    const { signUpId, secret = '' } = again.as<SignUp>();
    await server.advance(60);
    const resend = (to: TestServer) =>
      to.request('POST', `/v1/sign-ups/${signUpId}/code`, { headers: { 'Sign-Up-Secret': secret, 'Idempotency-Key': 'resend' } });
    void resend(other);
    await eventually(async () => (await server.mails())[1]);
    const resent = await resend(server);
    dying.restore();
    await other.close();

    expect(made.to).to.equal(person.email);
    expect([again.status, resent.status]).to.deep.equal([201, 200]);
    expect(await server.context.db.query('SELECT sign_up_id FROM sign_ups')).to.deep.equal([{ sign_up_id: signUpId }]);
    expect(await server.mails()).to.have.length(2);
  });

  it('is another request for another person', async () => {
    const [one, two] = [await signUp(server, applicant()), await signUp(server, applicant())];
    await server.advance(60);
    const send = ({ signUpId, headers }: typeof one) => server.request('POST', `/v1/sign-ups/${signUpId}/code`, { headers: { ...headers, ...key } });

    const [first, second] = [await send(one), await send(two)];

    expect(first.as<SignUp>().signUpId).to.equal(one.signUpId);
    expect(second.as<SignUp>().signUpId).to.equal(two.signUpId);
  });

  it('may be tried again after a refusal, which changed nothing', async () => {
    const { signUpId, headers } = await signUp(server, applicant());
    const send = () => server.request('POST', `/v1/sign-ups/${signUpId}/code`, { headers: { ...headers, ...key } });

    const soon = await send();
    await server.advance(60);
    const later = await send();

    expect(refusal(soon).code).to.equal('too_soon');
    expect(later.status).to.equal(200);
  });

  it('is done again after a day, when its answer is forgotten', async () => {
    const person = applicant();
    const first = await createSignUp(server, person, key);
    await server.advance(86_401);
    await server.runDue();
    const second = await createSignUp(server, person, key);

    expect(second.as<SignUp>().signUpId).to.not.equal(first.as<SignUp>().signUpId);
  });

  it('leaves its answer sealed', async () => {
    const person = applicant();
    const reply = await createSignUp(server, person, key);

    const kept = JSON.stringify(await server.context.db.query('SELECT * FROM kept_answers'));

    for (const secret of [reply.as<SignUp>().secret ?? '', person.email, key['Idempotency-Key']]) expect(kept).to.not.include(secret);
  });

  it('is refused when the key is no key', async () => {
    for (const bad of ['x'.repeat(65), 'two words']) {
      expect(refusal(await createSignUp(server, applicant(), { 'Idempotency-Key': bad })).code).to.equal('request_malformed');
    }
  });
});
