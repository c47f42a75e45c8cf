import { after, before, beforeEach, it } from 'node:test';
import { expect } from 'chai';
import type { Problem, Session, SignUp } from '../../../src/contract.js';
import { describeEachEngine, type TestServer } from '../support/engines.js';
import { applicant, codeFor, confirm, cookieOf, refusal, register, signIn, signUp, type Applicant } from '../support/people.js';

describeEachEngine('signing in', (open) => {
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

  const read = (headers: Record<string, string>) => server.request('GET', '/v1/session', { headers });

  it('works with the identifier and with the address, however they are written', async () => {
    const loginId = await register(server, person);

    for (const login of [loginId, ` ${loginId.toUpperCase()} `, person.email, person.email.toUpperCase()]) {
      const reply = await signIn(server, login, person.password);
      expect(reply.status, login).to.equal(201);
      expect(reply.as<Session>().account).to.include({ loginId, lastName: person.lastName });
    }
  });

  it('keeps the token in a cookie that no script can read', async () => {
    const loginId = await register(server, person);

    const reply = await signIn(server, loginId, person.password);

    expect(reply.headers.get('Set-Cookie')).to.match(/^bdt_session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(reply.as<Session>()).to.not.have.property('token');
    expect((await read(cookieOf(reply))).as<Session>().account.loginId).to.equal(loginId);
  });

  it('binds the cookie to the very host when the portal is on https', async () => {
    const secure = await open({ settings: { publicUrl: 'https://portail.example', givenPublicUrl: 'https://portail.example' } });
    const loginId = await register(secure, person);

    const reply = await signIn(secure, loginId, person.password, { Origin: 'https://portail.example' });
    await secure.close();

    expect(reply.headers.get('Set-Cookie')).to.match(/^__Host-bdt_session=[\w-]{43}; .*Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  it('gives the token itself to a program that asks for it', async () => {
    const loginId = await register(server, person);
    const reply = await server.request('POST', '/v1/session', { body: { login: loginId, password: person.password, transport: 'bearer' } });
    const { token = '' } = reply.as<Session>();

    expect(reply.headers.get('Set-Cookie')).to.equal(null);
    expect(Buffer.from(token, 'base64url')).to.have.length(32);
    expect((await read({ Authorization: `Bearer ${token}` })).status).to.equal(200);
    expect((await read({ Cookie: `bdt_session=${token}` })).status).to.equal(401);
  });

  it('says the same of a wrong password and of a login that nobody has', async () => {
    const loginId = await register(server, person);

    const wrong = await signIn(server, loginId, 'Autre chose 12');
    const nobody = await signIn(server, 'zzzz000', 'Autre chose 12');

    const told = (problem: Problem) => ({ ...problem, requestId: '' });
    expect(refusal(wrong)).to.deep.equal({ status: 401, code: 'credentials_wrong' });
    expect(told(nobody.as<Problem>())).to.deep.equal(told(wrong.as<Problem>()));
  });

  it('leads someone who has not confirmed to the code, with the right password only', async () => {
    const pending = await signUp(server, person);

    const wrong = await signIn(server, person.email, 'Autre chose 12');
    const right = await signIn(server, person.email, person.password);
    const { signUp: found } = right.as<Problem>();
    const taken = { signUpId: found?.signUpId ?? '', headers: { 'Sign-Up-Secret': found?.secret ?? '' } };
    const confirmed = await confirm(server, taken, await codeFor(server, person.email));

    expect(refusal(wrong)).to.deep.equal({ status: 401, code: 'credentials_wrong' });
    expect(refusal(right)).to.deep.equal({ status: 403, code: 'not_confirmed' });
    expect(found?.signUpId).to.equal(pending.signUpId);
    expect(confirmed.status).to.equal(200);
    // Whoever began it on another device is still let in.
    expect((await server.request('GET', `/v1/sign-ups/${pending.signUpId}`, { headers: pending.headers })).as<SignUp>().state).to.equal('confirmed');
  });

  for (const who of ['the owner of an account', 'somebody without one'] as const) {
    it(`slows down after ten failures, twice as long each time, for ${who}`, async () => {
      const login = who === 'the owner of an account' ? await register(server, person) : 'abcd123';
      const waits: (number | undefined)[] = [];
      for (let failure = 0; failure < 10; failure++) expect(refusal(await signIn(server, login, 'Faux mot 12')).code).to.equal('credentials_wrong');
      for (let round = 0; round < 3; round++) {
        const delayed = await signIn(server, login, person.password);
        expect(refusal(delayed)).to.deep.equal({ status: 429, code: 'sign_in_delayed' });
        waits.push(delayed.as<Problem>().retryAfter);
        await server.advance(delayed.as<Problem>().retryAfter ?? 0);
        await signIn(server, login, 'Faux mot 12');
      }

      expect(waits).to.deep.equal([60, 120, 240]);
    });
  }

  it('lets the owner in once the delay is over, and forgets the failures', async () => {
    const loginId = await register(server, person);
    for (let failure = 0; failure < 10; failure++) await signIn(server, loginId, 'Faux mot 12');
    await server.advance(60);

    const right = await signIn(server, loginId, person.password);
    const wrong = await signIn(server, loginId, 'Faux mot 12');
    const again = await signIn(server, loginId, person.password);

    expect([right.status, wrong.status, again.status]).to.deep.equal([201, 401, 201]);
  });

  it('compares ten passwords at most when guesses come all at once', async () => {
    const loginId = await register(server, person);

    const guesses = await Promise.all(Array.from({ length: 30 }, () => signIn(server, loginId, 'Faux mot 12')));

    expect(guesses.filter((guess) => refusal(guess).code === 'credentials_wrong')).to.have.length(10);
    expect(refusal(await signIn(server, loginId, person.password)).code).to.equal('sign_in_delayed');
  });

  it('bears twenty-five failures a day at most', async () => {
    const loginId = await register(server, person);
    const { db, clock } = server.context;
    const [{ account_id: accountId } = { account_id: '' }] = await db.query<{ account_id: string }>('SELECT account_id FROM accounts');
    const now = await clock.now(db);
    await db.query('INSERT INTO sign_in_failures VALUES ($1, 0, $2, $2, 25)', [`account:${accountId}`, now]);

    const reply = await signIn(server, loginId, person.password);
    await server.advance(86_400);
    const nextDay = await signIn(server, loginId, person.password);

    expect(refusal(reply).code).to.equal('sign_in_delayed');
    expect(nextDay.status).to.equal(201);
  });

  it('makes a new token each time, and ends the one this browser had', async () => {
    const loginId = await register(server, person);
    const first = cookieOf(await signIn(server, loginId, person.password));
    const elsewhere = cookieOf(await signIn(server, loginId, person.password));

    const second = cookieOf(await signIn(server, loginId, person.password, first));

    expect(second.Cookie).to.not.equal(first.Cookie);
    expect((await read(first)).status).to.equal(401);
    expect((await read(elsewhere)).status).to.equal(200);
    expect((await read(second)).status).to.equal(200);
  });

  it('ends at the server when the person signs out, and signing out twice is no error', async () => {
    const loginId = await register(server, person);
    const headers = cookieOf(await signIn(server, loginId, person.password));

    const out = await server.request('DELETE', '/v1/session', { headers });
    const again = await server.request('DELETE', '/v1/session', { headers });

    expect([out.status, again.status]).to.deep.equal([204, 204]);
    expect(out.headers.get('Set-Cookie')).to.match(/^bdt_session=; Max-Age=0; /);
    expect(refusal(await read(headers))).to.deep.equal({ status: 401, code: 'session_required' });
  });

  it('lasts thirty minutes without a request, and twelve hours in all', async () => {
    const loginId = await register(server, person);
    const idle = cookieOf(await signIn(server, loginId, person.password));
    const busy = cookieOf(await signIn(server, loginId, person.password));
    await server.advance(29 * 60);
    const kept = await read(busy);
    await server.advance(60);

    const idleAfter = await read(idle);
    let hours = 0.5;
    for (; hours < 13 && (await read(busy)).status === 200; hours += 0.25) await server.advance(15 * 60);

    expect(kept.as<Session>()).to.include({ idleExpiresIn: 1800 });
    expect(idleAfter.status).to.equal(401);
    expect(hours).to.equal(12);
  });

  it('hashes again a password that was stored with smaller figures', async () => {
    const loginId = await register(server, person);
    const { db } = server.context;
    const { hash } = await import('@node-rs/argon2');
    await db.query('UPDATE accounts SET password_hash = $1', [await hash(person.password, { memoryCost: 8192, timeCost: 1 })]);

    await signIn(server, loginId, person.password);

    const [row] = await db.query<{ password_hash: string }>('SELECT password_hash FROM accounts');
    expect(row?.password_hash).to.match(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await signIn(server, loginId, person.password)).status).to.equal(201);
  });

  it('leaves no token at rest', async () => {
    const loginId = await register(server, person);
    const { Cookie = '' } = cookieOf(await signIn(server, loginId, person.password));

    const rows = JSON.stringify(await server.context.db.query('SELECT * FROM sessions'));

    expect(rows).to.not.include(Cookie.split('=')[1] ?? 'no cookie');
  });
});
