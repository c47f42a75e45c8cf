import { after, before, beforeEach, it } from 'node:test';
import { expect } from 'chai';
import type { Problem, SignUp } from '../../../src/contract.js';
import { describeEachEngine, type TestServer } from '../support/engines.js';
import { applicant, codeFor, confirm, createSignUp, refusal, register, signUp, wrongCode } from '../support/people.js';

describeEachEngine('signing up', (open) => {
  let server: TestServer;
  before(async () => {
    server = await open();
  });
  beforeEach(() => server.reset());
  after(() => server.close());

  it('gives an identifier of four letters and three digits, on the screen and by mail', async () => {
    const person = applicant();
    const pending = await signUp(server, person);

    const reply = await confirm(server, pending, await codeFor(server, person.email));

    expect(reply.status).to.equal(200);
    const { loginId } = reply.as<{ loginId: string }>();
    expect(loginId).to.match(/^sole\d{3}$/);
    const [welcome] = await server.mails();
    expect(welcome).to.include({ to: person.email });
    expect(welcome?.text).to.include(loginId);
  });

  it('announces the subject of the mail without its code', async () => {
    const person = applicant();
    const { answer } = await signUp(server, person);

    const [mail] = await server.mails();
    const code = await codeFor(server, person.email);

    expect(mail?.subject.replace(code, '••••')).to.equal(answer.mail.subject);
    expect(answer).to.include({ state: 'pending', codeLength: 4, codeExpiresIn: 600, triesLeft: 5, resendIn: 60, mailsLeft: 2 });
  });

  it('answers alike whether or not the address has an account, and writes to its owner', async () => {
    const owner = applicant();
    await register(server, owner);
    await server.advance(61);
    const known = await createSignUp(server, applicant({ email: owner.email.toUpperCase(), lastName: 'Autre' }));
    const [toOwner] = await server.mails();
    const unknown = await createSignUp(server, applicant({ email: 'personne.encore@commune.example', lastName: 'Autre' }));

    const facts = (answer: SignUp) => ({ ...answer, signUpId: '', secret: answer.secret?.length, email: '', mailsLeft: 0 });
    const headers = (of: Headers) => [...of].filter(([name]) => name !== 'x-request-id');
    expect(known.status).to.equal(unknown.status);
    expect(facts(known.as<SignUp>())).to.deep.equal(facts(unknown.as<SignUp>()));
    expect(headers(known.headers)).to.deep.equal(headers(unknown.headers));
    expect(toOwner).to.include({ to: owner.email });
    expect(toOwner?.text).to.not.match(/(?<!\d)\d{4}(?!\d)/);
  });

  it('treats codes and resending alike for an address that has an account', async () => {
    const owner = applicant();
    await register(server, owner);
    await server.advance(61);
    const ghost = await signUp(server, applicant({ email: owner.email }));

    const wrong = await confirm(server, ghost, '0000');
    const soon = await server.request('POST', `/v1/sign-ups/${ghost.signUpId}/code`, { headers: ghost.headers });
    await server.advance(61);
    const resent = await server.request('POST', `/v1/sign-ups/${ghost.signUpId}/code`, { headers: ghost.headers });

    expect(refusal(wrong)).to.deep.equal({ status: 422, code: 'code_wrong' });
    expect(wrong.as<Problem>().triesLeft).to.equal(4);
    expect(refusal(soon)).to.deep.equal({ status: 429, code: 'too_soon' });
    expect(resent.status).to.equal(200);
  });

  it('keeps several sign-ups of one address apart until one is confirmed', async () => {
    const person = applicant();
    const first = await signUp(server, person);
    const code = await codeFor(server, person.email);
    const second = await signUp(server, person);

    const crossed = await confirm(server, second, code);
    await confirm(server, first, code);
    const after = await confirm(server, second, code);

    // The second was sent no mail within the minute, so it has no code yet.
    expect(refusal(crossed)).to.deep.equal({ status: 410, code: 'code_expired' });
    expect(refusal(after)).to.deep.equal({ status: 410, code: 'sign_up_expired' });
  });

  it('corrects the address without losing the password', async () => {
    const person = applicant();
    const pending = await signUp(server, person);
    const old = await codeFor(server, person.email);
    const email = 'bonne.adresse@commune.example';

    const corrected = await server.request('POST', `/v1/sign-ups/${pending.signUpId}/email`, { headers: pending.headers, body: { email } });
    const withOld = await confirm(server, pending, old === (await codeFor(server, email)) ? wrongCode(old) : old);
    const withNew = await confirm(server, pending, await codeFor(server, email));
    const session = await server.request('POST', '/v1/session', { body: { login: email, password: person.password, transport: 'bearer' } });

    expect(corrected.as<SignUp>().email).to.equal(email);
    expect(refusal(withOld).code).to.equal('code_wrong');
    expect(withNew.status).to.equal(200);
    expect(session.status).to.equal(201);
  });

  it('is found again with its secret, and by nobody else', async () => {
    const { signUpId, headers } = await signUp(server, applicant());
    const other = await signUp(server, applicant());

    const own = await server.request('GET', `/v1/sign-ups/${signUpId}`, { headers });
    const foreign = await server.request('GET', `/v1/sign-ups/${signUpId}`, { headers: other.headers });
    const bare = await server.request('GET', `/v1/sign-ups/${signUpId}`);

    expect(own.as<SignUp>()).to.include({ signUpId, state: 'pending' });
    expect(own.as<SignUp>()).to.not.have.property('secret');
    expect(refusal(foreign)).to.deep.equal({ status: 404, code: 'sign_up_unknown' });
    expect(refusal(bare)).to.deep.equal({ status: 404, code: 'sign_up_unknown' });
  });

  it('is over after seven days, and leaves nothing personal', async () => {
    const pending = await signUp(server, applicant());
    await server.advance(7 * 86_400);
    await server.runDue();

    const reply = await server.request('POST', `/v1/sign-ups/${pending.signUpId}/code`, { headers: pending.headers });
    const rows = await server.context.db.query('SELECT email, first_name, last_name, password_hash FROM sign_ups');

    expect(refusal(reply)).to.deep.equal({ status: 410, code: 'sign_up_expired' });
    expect(rows).to.deep.equal([{ email: '', first_name: '', last_name: '', password_hash: '' }]);
  });

  it('records what was agreed to, which version, when and where', async () => {
    await register(server, applicant({ offers: { accepted: true, wording: 'Oui, des offres.' } }));

    const rows = await server.context.db.query('SELECT subject, accepted, version, wording, channel FROM consents ORDER BY subject');

    expect(rows).to.deep.equal([
      { subject: 'offers', accepted: true, version: null, wording: 'Oui, des offres.', channel: 'sign_up_form' },
      { subject: 'privacy', accepted: true, version: '2026-02', wording: null, channel: 'sign_up_form' },
      { subject: 'terms', accepted: true, version: '2026-01', wording: null, channel: 'sign_up_form' },
    ]);
  });

  it('gives every namesake another identifier, with more digits once three are used up', async () => {
    const { db } = server.context;
    await db.query(`INSERT INTO login_ids SELECT 'sole' || lpad(n::text, 3, '0'), now() FROM generate_series(0, 999) AS n`);

    const ids = await Promise.all(['un', 'deux', 'trois'].map((name) => register(server, applicant({ email: `${name}@commune.example` }))));

    expect(new Set(ids).size).to.equal(3);
    for (const id of ids) expect(id).to.match(/^sole\d{4}$/);
  });

  const refusedFields: [string, Parameters<typeof applicant>[0], string, string][] = [
    ['a password of seven characters', { password: 'Abc 12!' }, '/password', 'password_too_short'],
    ['a password of two kinds of characters', { password: 'chemin2halage' }, '/password', 'password_too_simple'],
    ['a password with the own name', { password: 'Kerbrat 2026!' }, '/password', 'password_personal'],
    ['one of the commonest passwords', { password: 'Password1' }, '/password', 'password_common'],
    ['a first name with digits', { firstName: 'S0lène' }, '/firstName', 'name_invalid'],
    ['markup for a name', { lastName: '<img src=x onerror=alert(1)>' }, '/lastName', 'name_invalid'],
    ['no address', { email: 'pas une adresse' }, '/email', 'email_invalid'],
  ];
  for (const [what, changes, pointer, code] of refusedFields) {
    it(`refuses ${what}, and says which field`, async () => {
      const reply = await createSignUp(server, applicant(changes));

      expect(refusal(reply)).to.deep.equal({ status: 422, code: 'fields_invalid' });
      expect(reply.as<Problem>().errors).to.deep.equal([{ pointer, code }]);
      expect(await server.mails()).to.deep.equal([]);
    });
  }

  it('refuses a password of a million characters at once', async () => {
    const ask = () => createSignUp(server, applicant({ password: 'aA1!'.repeat(250_000) }));
    await ask();
    const started = performance.now();
    const reply = await ask();

    expect(performance.now() - started).to.be.below(100);
    expect(refusal(reply)).to.deep.equal({ status: 413, code: 'request_too_large' });
  });

  it('happens once when the request is sent twice, and gives the same answer', async () => {
    const person = applicant();
    const headers = { 'Idempotency-Key': 'double-click' };

    const [one, two] = await Promise.all([createSignUp(server, person, headers), createSignUp(server, person, headers)]);
    const later = await createSignUp(server, person, headers);
    const other = await createSignUp(server, applicant(), headers);

    expect(one.text).to.equal(two.text);
    expect(later.text).to.equal(one.text);
    expect(later.status).to.equal(201);
    expect(refusal(other)).to.deep.equal({ status: 422, code: 'idempotency_key_reused' });
    expect(await server.mails()).to.have.length(1);
  });
});
