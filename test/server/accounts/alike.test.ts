import { after, before, it } from 'node:test';
import { expect } from 'chai';
import { describeEachEngine, type TestReply, type TestServer } from '../support/engines.js';
import { applicant, createSignUp, refusal, register, signIn, signUp, type Applicant } from '../support/people.js';

/** All that came back, with what differs each time made equal: numbers drawn at random and the address that was typed. */
function seen(reply: TestReply, typed: string): unknown {
  const body = reply.text
    .replace(/"(signUpId|secret|requestId)":"([^"]*)"/g, (_, name: string, value: string) => `"${name}":"${'x'.repeat(value.length)}"`)
    // A second may pass between two requests.
    .replace(/"retryAfter":(59|60)\b/, '"retryAfter":60')
    .replaceAll(typed, 'the address');
  const headers = [...reply.headers]
    .filter(([name]) => name !== 'x-request-id')
    .map(([name, value]) => [name, name === 'retry-after' ? value.replace('59', '60') : value]);
  return { status: reply.status, headers, body };
}

describeEachEngine('somebody who wants to know who has an account', (open) => {
  let server: TestServer;
  let owner: Applicant;
  let loginId = '';
  before(async () => {
    server = await open();
    owner = applicant();
    loginId = await register(server, owner);
  });
  after(() => server.close());

  /** The owner's mails of the day would count in the answers; nothing counts the next day. */
  const nextDay = () => server.advance(86_401);
  const stranger = () => applicant({ email: `inconnu.${owner.email}` });

  it('sees the same bytes and headers at sign-up', async () => {
    await nextDay();
    const unknown = stranger();

    const [one, other] = [await createSignUp(server, owner), await createSignUp(server, unknown)];

    expect(one.status).to.equal(201);
    expect(seen(one, owner.email)).to.deep.equal(seen(other, unknown.email));
  });

  for (const [what, path, body] of [
    ['when a new code is asked for', 'code', undefined],
    ['when a wrong code is tried', 'confirmation', { code: '0000' }],
  ] as const) {
    it(`sees the same bytes and headers ${what}`, async () => {
      await nextDay();
      const replies: unknown[] = [];
      // A right guess is one in ten thousand, and would say more than it should of the test alone.
      for (const person of [owner, stranger()]) {
        const pending = await signUp(server, person);
        if (path === 'code') await server.advance(60);
        const reply = await server.request('POST', `/v1/sign-ups/${pending.signUpId}/${path}`, { headers: pending.headers, body });
        replies.push(seen(reply, person.email));
        await nextDay();
      }

      expect(replies[0]).to.deep.equal(replies[1]);
    });
  }

  it('sees the same bytes and headers when an address is corrected', async () => {
    const replies: unknown[] = [];
    for (const email of [owner.email, stranger().email]) {
      await nextDay();
      const pending = await signUp(server, applicant());
      const reply = await server.request('POST', `/v1/sign-ups/${pending.signUpId}/email`, { headers: pending.headers, body: { email } });
      expect(reply.status).to.equal(200);
      replies.push(seen(reply, email));
    }

    expect(replies[0]).to.deep.equal(replies[1]);
  });

  it('sees the same bytes and headers when they sign in with the password of their own sign-up', async () => {
    const replies: unknown[] = [];
    for (const { email } of [owner, stranger()]) {
      await nextDay();
      await signUp(server, applicant({ email, password: 'Mon propre essai 7' }));
      const reply = await signIn(server, email, 'Mon propre essai 7');
      expect(refusal(reply)).to.deep.equal({ status: 403, code: 'not_confirmed' });
      replies.push(seen(reply, email));
    }

    expect(replies[0]).to.deep.equal(replies[1]);
    expect((await signIn(server, owner.email, owner.password)).status).to.equal(201);
  });

  it('cannot wipe out the failures on an account with a sign-up of their own', async () => {
    await nextDay();
    const victim = applicant();
    await register(server, victim);
    await nextDay();
    await signUp(server, applicant({ email: victim.email, password: 'Mon propre essai 7' }));
    for (let tries = 0; tries < 9; tries++) await signIn(server, victim.email, 'Autre chose 12');

    await signIn(server, victim.email, 'Mon propre essai 7');
    await signIn(server, victim.email, 'Autre chose 12');

    expect(refusal(await signIn(server, victim.email, 'Autre chose 12')).code).to.equal('sign_in_delayed');
  });

  it('sees the same bytes and headers at sign-in, also once it is slowed down', async () => {
    const pending = applicant();
    await signUp(server, pending);
    const attempts: unknown[][] = [];
    for (const login of [owner.email, 'personne@commune.example', 'zzzz000', pending.email]) {
      const replies: TestReply[] = [];
      for (let tries = 0; tries < 11; tries++) replies.push(await signIn(server, login, 'Autre chose 12'));
      expect(refusal(replies[0]!)).to.deep.equal({ status: 401, code: 'credentials_wrong' });
      expect(refusal(replies[10]!)).to.deep.equal({ status: 429, code: 'sign_in_delayed' });
      attempts.push(replies.map((reply) => seen(reply, login)));
    }

    expect(new Set(attempts.map((each) => JSON.stringify(each))).size).to.equal(1);
    // The identifier is a second name for the account, and shares its count.
    expect(refusal(await signIn(server, loginId, owner.password)).code).to.equal('sign_in_delayed');
  });
});
