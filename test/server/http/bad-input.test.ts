import { after, before, it } from 'node:test';
import { expect } from 'chai';
import type { Problem } from '../../../src/contract.js';
import { describeEachEngine, type TestReply, type TestServer } from '../support/engines.js';
import { applicant, createSignUp, refusal } from '../support/people.js';

describeEachEngine('a request that makes no sense', (open) => {
  let server: TestServer;
  before(async () => {
    server = await open();
  });
  after(() => server.close());

  const post = (body: string, headers?: Record<string, string>) => server.request('POST', '/v1/sign-ups', { body, headers });

  /**
   * The best of five, in time of this process: whatever else the machine does is no fault of the server. The clock on the wall
   * has more room, and catches a refusal that waits for something.
   */
  async function within(ms: number, ask: () => Promise<TestReply>): Promise<TestReply> {
    let best = Infinity;
    let bestOnWall = Infinity;
    for (let tries = 0; tries < 5 && best >= ms; tries++) {
      const started = performance.now();
      const before = process.cpuUsage();
      await ask();
      const { user, system } = process.cpuUsage(before);
      best = Math.min(best, (user + system) / 1000);
      bestOnWall = Math.min(bestOnWall, performance.now() - started);
    }
    expect(best).to.be.below(ms);
    expect(bestOnWall).to.be.below(20 * ms);
    return ask();
  }

  const bodies: [string, () => Promise<TestReply>, number, string][] = [
    ['no JSON at all', () => post('{"email":'), 400, 'request_malformed'],
    ['ten thousand brackets', () => post('['.repeat(10_000) + ']'.repeat(10_000)), 400, 'request_malformed'],
    ['a deep object in a field', () => post(`{"email":${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}}`), 400, 'request_malformed'],
    ['ten megabytes', () => post('x'.repeat(10_000_000)), 413, 'request_too_large'],
    ['a text without an end, full of quotes', () => post(`"${'\\"'.repeat(16_000)}`), 400, 'request_malformed'],
    ['a form', () => post('email=a', { 'Content-Type': 'application/x-www-form-urlencoded' }), 415, 'media_type_unsupported'],
    ['text that holds JSON', () => post('{}', { 'Content-Type': 'text/plain' }), 415, 'media_type_unsupported'],
    ['another charset', () => post('{}', { 'Content-Type': 'application/json; charset=iso-8859-1' }), 415, 'media_type_unsupported'],
    ['nothing', () => server.request('POST', '/v1/sign-ups'), 415, 'media_type_unsupported'],
    ['an array', () => post('[]'), 422, 'fields_invalid'],
    ['an unknown path', () => server.request('GET', '/v1/nowhere'), 404, 'not_found'],
    ['an unknown method', () => server.request('PUT', '/v1/sign-ups'), 405, 'method_not_allowed'],
    ['a path that climbs', () => server.request('GET', '/v1/sign-ups/..%2f..%2fetc'), 422, 'fields_invalid'],
  ];
  for (const [what, ask, status, code] of bodies) {
    it(`is refused as a problem within 100 ms: ${what}`, async () => {
      const reply = await within(100, ask);

      expect(refusal(reply)).to.deep.equal({ status, code });
      expect(reply.headers.get('Content-Type')).to.equal('application/problem+json');
      expect(reply.as<Problem>()).to.include({ status, type: `urn:bdt-inscription:problem:${code}` });
      expect(reply.as<Problem>().requestId).to.equal(reply.headers.get('X-Request-Id'));
    });
  }

  it('is refused when its bytes are no UTF-8', async () => {
    const response = await server.app.request('/v1/sign-ups', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]),
    });

    expect(response.status).to.equal(400);
    expect(await response.json()).to.include({ code: 'request_malformed' });
  });

  for (const [what, text] of [['U+0000', 'a\0b'], ['half a character', 'a\ud800b']] as const) {
    it(`is refused with its field when a text holds ${what}, which can't be kept`, async () => {
      const person = applicant();
      const refused: [string, string, unknown][] = [
        ['/password', '/v1/sign-ups', { ...person, password: person.password + text }],
        ['/offers/wording', '/v1/sign-ups', { ...person, offers: { accepted: true, wording: text } }],
        ['/terms/termsVersion', '/v1/sign-ups', { ...person, terms: { termsVersion: text, privacyVersion: '1' } }],
        ['/login', '/v1/session', { login: text, password: person.password, transport: 'cookie' }],
        ['/login', '/v1/session', { login: `${text}@commune.example`, password: person.password, transport: 'cookie' }],
        ['/password', '/v1/session', { login: 'abcd123', password: text, transport: 'cookie' }],
      ];
      for (const [pointer, path, body] of refused) {
        const reply = await server.request('POST', path, { body });
        expect([path, reply.status, reply.as<Problem>().errors]).to.deep.equal([path, 422, [{ pointer, code: 'field_invalid' }]]);
      }
    });
  }

  it('is no fault of ours when a query holds what can’t be kept', async () => {
    const statuses: [string, number][] = [
      ['%00', 422],
      ['eus%00', 422],
      ['%ff', 200],
      ['%F0%9F', 200],
      ["'%3B--", 200],
    ];
    for (const [query, status] of statuses) {
      expect([query, (await server.request('GET', `/v1/structures?q=${query}`)).status]).to.deep.equal([query, status]);
    }
  });

  it('names the methods that a path has', async () => {
    expect((await server.request('PUT', '/v1/session')).headers.get('Allow')).to.equal('POST, GET, DELETE');
  });

  it('names each field that is missing, wrong or unknown', async () => {
    const { email: _left, ...rest } = applicant({ firstName: '4' });
    const reply = await server.request('POST', '/v1/sign-ups', { body: { ...rest, sector: 'other', 'a/b~c': 1, offers: { accepted: 'yes', wording: 'x' } } });

    expect(reply.as<Problem>().errors).to.have.deep.members([
      { pointer: '/firstName', code: 'name_invalid' },
      { pointer: '/email', code: 'field_required' },
      { pointer: '/sector', code: 'sector_required' },
      { pointer: '/offers/accepted', code: 'field_invalid' },
      { pointer: '/a~1b~0c', code: 'field_unknown' },
    ]);
  });

  it('never shows the stack or the SQL of a fault of ours, which the log has under the same number', async () => {
    const broken = await open();
    await broken.context.db.exec('DROP TABLE sign_up_codes');
    const reply = await createSignUp(broken, applicant());
    const logged = broken.logged.join('');
    await broken.close();

    expect(refusal(reply)).to.deep.equal({ status: 500, code: 'internal_error' });
    expect(reply.text).to.not.match(/sign_up_codes|at .*\.ts/);
    expect(logged).to.include('sign_up_codes');
    expect(logged).to.include(reply.as<Problem>().requestId);
  });
});
