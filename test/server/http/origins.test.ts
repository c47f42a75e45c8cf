import { after, before, beforeEach, it } from 'node:test';
import { expect } from 'chai';
import { describeEachEngine, type TestServer } from '../support/engines.js';
import { applicant, refusal, register, signedIn } from '../support/people.js';

const OWN = 'https://portail.example';
const PARTNER = 'https://partenaire.example';

describeEachEngine('a page of another origin', (open) => {
  let server: TestServer;
  before(async () => {
    server = await open({ settings: { publicUrl: OWN, givenPublicUrl: OWN, allowedOrigins: [PARTNER] } });
  });
  beforeEach(() => server.reset());
  after(() => server.close());

  const write = (headers: Record<string, string>) => server.request('POST', '/v1/sign-ups', { body: applicant(), headers });

  const table: [string, Record<string, string>, boolean][] = [
    ['our own page', { Origin: OWN }, true],
    ['a partner on the list', { Origin: PARTNER }, true],
    ['a program, which sends no origin', {}, true],
    ['our own page, by the browser’s word', { 'Sec-Fetch-Site': 'same-origin' }, true],
    ['a page without an origin', { Origin: 'null' }, false],
    ['a longer name', { Origin: `${PARTNER}.attaque.example` }, false],
    ['a name that begins otherwise', { Origin: 'https://mon-partenaire.example' }, false],
    ['a subdomain', { Origin: 'https://a.partenaire.example' }, false],
    ['another port', { Origin: `${PARTNER}:8443` }, false],
    ['another scheme', { Origin: 'http://partenaire.example' }, false],
    ['other capitals', { Origin: 'https://PARTENAIRE.example' }, false],
    ['a slash at the end', { Origin: `${PARTNER}/` }, false],
    ['a user in front', { Origin: 'https://partenaire.example@attaque.example' }, false],
    ['another site, by the browser’s word', { 'Sec-Fetch-Site': 'cross-site' }, false],
    ['a neighbour of the same site, by the browser’s word', { 'Sec-Fetch-Site': 'same-site' }, false],
  ];
  for (const [who, headers, allowed] of table) {
    it(`${allowed ? 'may write' : 'may not write, and nothing happens'}: ${who}`, async () => {
      const reply = await write(headers);

      expect(reply.status).to.equal(allowed ? 201 : 403);
      expect(reply.headers.get('Vary')).to.equal('Origin');
      expect(reply.headers.get('Access-Control-Allow-Origin')).to.equal(headers['Origin'] === PARTNER ? PARTNER : null);
      expect(reply.headers.get('Access-Control-Allow-Credentials')).to.equal(null);
      expect(await server.mails()).to.have.length(allowed ? 1 : 0);
      if (!allowed) expect(refusal(reply).code).to.equal('origin_refused');
    });
  }

  it('is asked by the browser first, and answered only when it is on the list', async () => {
    const preflight = (origin: string) =>
      server.request('OPTIONS', '/v1/session', { headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' } });

    const allowed = await preflight(PARTNER);
    const refused = await preflight('https://attaque.example');

    expect(allowed.status).to.equal(204);
    expect(allowed.headers.get('Access-Control-Allow-Methods')).to.equal('POST, GET, DELETE');
    expect(allowed.headers.get('Access-Control-Allow-Headers')).to.include('Idempotency-Key');
    expect(refused.status).to.equal(403);
    expect(refused.headers.get('Access-Control-Allow-Origin')).to.equal(null);
  });

  it('is nobody to us with the cookie of our own page, and somebody with its own token', async () => {
    const person = applicant();
    const loginId = await register(server, person);
    const body = { login: loginId, password: person.password, transport: 'cookie' };
    const own = await server.request('POST', '/v1/session', { body, headers: { Origin: OWN } });
    const cookie = own.headers.get('Set-Cookie')?.split(';')[0] ?? '';
    const bearer = await server.request('POST', '/v1/session', { body: { ...body, transport: 'bearer' }, headers: { Origin: PARTNER } });

    const withCookie = await server.request('GET', '/v1/session', { headers: { Origin: PARTNER, Cookie: cookie } });
    const withToken = await server.request('GET', '/v1/session', {
      headers: { Origin: PARTNER, Authorization: `Bearer ${bearer.as<{ token: string }>().token}` },
    });
    const ownRead = await server.request('GET', '/v1/session', { headers: { Cookie: cookie } });

    expect([withCookie.status, withToken.status, ownRead.status]).to.deep.equal([401, 200, 200]);
  });

  it('cannot read either when it is not on the list', async () => {
    const headers = await signedIn(server, applicant()).catch(() => ({}));

    expect((await server.request('GET', '/v1/session', { headers: { ...headers, Origin: 'https://attaque.example' } })).status).to.equal(403);
  });
});
