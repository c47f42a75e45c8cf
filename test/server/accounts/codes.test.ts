import { after, before, beforeEach, it } from 'node:test';
import { expect } from 'chai';
import type { Problem, SignUp } from '../../../src/contract.js';
import { describeEachEngine, type TestServer } from '../support/engines.js';
import { applicant, codeFor, confirm, refusal, register, signUp, wrongCode, type Applicant } from '../support/people.js';

const tally = (codes: string[]) => codes.reduce<Record<string, number>>((sum, code) => ({ ...sum, [code]: (sum[code] ?? 0) + 1 }), {});

describeEachEngine('the code from the e-mail', (open) => {
  let server: TestServer;
  let person: Applicant;
  before(async () => {
    server = await open();
  });
  beforeEach(async () => {
    await server.reset();
    person = applicant();
  });
  after(() => server.close());

  const resend = ({ signUpId, headers }: { signUpId: string; headers: Record<string, string> }) =>
    server.request('POST', `/v1/sign-ups/${signUpId}/code`, { headers });
  const read = ({ signUpId, headers }: { signUpId: string; headers: Record<string, string> }) =>
    server.request('GET', `/v1/sign-ups/${signUpId}`, { headers });

  it('may be wrong five times, told each time, and fails the sixth time though it is right', async () => {
    const pending = await signUp(server, person);
    const code = await codeFor(server, person.email);

    const left: (number | undefined)[] = [];
    for (let tries = 0; tries < 5; tries++) left.push((await confirm(server, pending, wrongCode(code))).as<Problem>().triesLeft);
    const sixth = await confirm(server, pending, code);

    expect(left).to.deep.equal([4, 3, 2, 1, 0]);
    expect(refusal(sixth)).to.deep.equal({ status: 409, code: 'code_tries_exhausted' });
  });

  it('sends no mail for a wrong try', async () => {
    const pending = await signUp(server, person);
    await confirm(server, pending, wrongCode(await codeFor(server, person.email)));

    expect(await server.mails()).to.have.length(1);
  });

  it('is compared five times at most when guesses come all at once, on two servers', async () => {
    const other = await open({ beside: server });
    const pending = await signUp(server, person);
    const code = await codeFor(server, person.email);

    const guess = (_: unknown, index: number) => confirm(index % 2 === 0 ? server : other, pending, wrongCode(code));
    const guesses = await Promise.all(Array.from({ length: 400 }, guess));
    const right = await confirm(other, pending, code);
    await other.close();

    expect(tally(guesses.map((reply) => refusal(reply).code))).to.deep.equal({ code_wrong: 5, code_tries_exhausted: 395 });
    expect(refusal(right).code).to.equal('code_tries_exhausted');
  });

  it('lapses after ten minutes', async () => {
    const pending = await signUp(server, person);
    await server.advance(600);

    const reply = await confirm(server, pending, await codeFor(server, person.email));

    expect(refusal(reply)).to.deep.equal({ status: 410, code: 'code_expired' });
  });

  it('is worth nothing once a new one was asked for', async () => {
    const pending = await signUp(server, person);
    const old = await codeFor(server, person.email);
    await server.advance(60);
    const resent = await resend(pending);
    const renewed = await codeFor(server, person.email);

    // One time in ten thousand the two are equal.
    const withOld = await confirm(server, pending, old === renewed ? wrongCode(old) : old);
    const withNew = await confirm(server, pending, renewed);

    expect(resent.as<SignUp>()).to.include({ triesLeft: 5, mailsLeft: 1, resendIn: 60 });
    expect(refusal(withOld).code).to.equal('code_wrong');
    expect(withNew.status).to.equal(200);
  });

  it('is used once', async () => {
    const pending = await signUp(server, person);
    const code = await codeFor(server, person.email);

    const replies = await Promise.all([confirm(server, pending, code), confirm(server, pending, code), confirm(server, pending, code)]);

    expect(replies.map(({ status }) => status).sort()).to.deep.equal([200, 409, 409]);
    expect(await server.context.db.query('SELECT 1 FROM accounts')).to.have.length(1);
  });

  it('tells where the sign-up stands after the answer was lost', async () => {
    const pending = await signUp(server, person);
    const { loginId } = (await confirm(server, pending, await codeFor(server, person.email))).as<{ loginId: string }>();

    const again = await confirm(server, pending, '1234');
    const state = await read(pending);

    expect(refusal(again)).to.deep.equal({ status: 409, code: 'sign_up_confirmed' });
    expect(state.as<SignUp>()).to.include({ state: 'confirmed', loginId });
  });

  it('comes a minute after the one before, and three times a day', async () => {
    const pending = await signUp(server, person);
    const soon = await resend(pending);
    for (let mails = 0; mails < 2; mails++) {
      await server.advance(60);
      await resend(pending);
    }
    await server.advance(60);
    const fourth = await resend(pending);
    const { retryAfter } = fourth.as<Problem>();
    await server.advance(retryAfter ?? 0);
    const nextDay = await resend(pending);

    expect(refusal(soon)).to.deep.equal({ status: 429, code: 'too_soon' });
    expect(soon.headers.get('Retry-After')).to.equal('60');
    expect(refusal(fourth)).to.deep.equal({ status: 429, code: 'mail_quota_reached' });
    expect(retryAfter).to.be.within(86_000, 86_400);
    expect(nextDay.status).to.equal(200);
  });

  it('is counted per address, so another sign-up brings no further mail', async () => {
    await signUp(server, person);
    const { answer } = await signUp(server, person);

    expect(answer).to.include({ codeExpiresIn: 0, mailsLeft: 2 });
    expect(answer.resendIn).to.be.within(55, 60);
    expect(await server.mails()).to.have.length(1);
  });

  it('becomes longer after nine wrong ones in a day, by a mail of its own', async () => {
    const pending = await signUp(server, person);
    for (let tries = 0; tries < 5; tries++) await confirm(server, pending, wrongCode(await codeFor(server, person.email)));
    await server.advance(60);
    const resent = await resend(pending);
    const short = await codeFor(server, person.email);
    for (let tries = 0; tries < 4; tries++) await confirm(server, pending, wrongCode(short));

    const long = await codeFor(server, person.email);
    const state = await read(pending);
    const withShort = await confirm(server, pending, short);
    const withLong = await confirm(server, pending, long);

    // A new code buys no tries: four of the nine were left.
    expect(resent.as<SignUp>().triesLeft).to.equal(4);
    expect(long).to.match(/^\d{8}$/);
    expect(state.as<SignUp>()).to.include({ codeLength: 8, triesLeft: 5 });
    expect(refusal(withShort)).to.deep.equal({ status: 410, code: 'code_expired' });
    expect(withLong.status).to.equal(200);
  });

  it('is long for everybody while guessing goes on all over the service, and short again when the hour is calm', async () => {
    const pending = await signUp(server, person);
    const { db, clock } = server.context;
    await db.query(`INSERT INTO wrong_codes SELECT n::text, 'somebody ' || n, $1 FROM generate_series(1, 100) AS n`, [await clock.now(db)]);
    const recalled = await confirm(server, pending, await codeFor(server, person.email));
    const long = await codeFor(server, person.email);
    const meanwhile = await signUp(server, applicant());
    await server.advance(3601);
    const calm = await signUp(server, applicant());

    expect(refusal(recalled).code).to.equal('code_expired');
    expect(long).to.match(/^\d{8}$/);
    expect(meanwhile.answer.codeLength).to.equal(8);
    expect(calm.answer.codeLength).to.equal(4);
  });

  it('is never right for an address that has an account', async () => {
    await register(server, person);
    await server.advance(60);
    const ghost = await signUp(server, person);
    const { db, keys } = server.context;
    // As if the guess were lucky.
    await db.query('UPDATE sign_up_codes SET code_digest = $2 WHERE sign_up_id = $1', [
      ghost.signUpId,
      keys.digest('sign-up-code', `${ghost.signUpId}\0${'4321'}`),
    ]);

    const reply = await confirm(server, ghost, '4321');

    expect(refusal(reply)).to.deep.equal({ status: 422, code: 'code_wrong' });
  });

  it('is nowhere in the database, nor in the log', async () => {
    const pending = await signUp(server, person);
    const code = await codeFor(server, person.email);
    await confirm(server, pending, wrongCode(code));

    const { db } = server.context;
    const rows = JSON.stringify([await db.query('SELECT * FROM sign_up_codes'), await db.query('SELECT payload FROM mails')]);
    const logged = server.logged.join('');

    expect(rows).to.not.match(new RegExp(`(?<![0-9a-f])${code}(?![0-9a-f])`));
    for (const secret of [person.password, person.email, pending.headers['Sign-Up-Secret'] ?? '']) expect(logged).to.not.include(secret);
  });
});
