import { after, before, describe, it } from 'node:test';
import { inspect } from 'node:util';
import { expect } from 'chai';
import { createClient } from '../../../sdk/client/create-client.js';
import type { BdtClient } from '../../../sdk/client/index.js';
import { isAnswerError, isRefusedError, isUnreachableError } from '../../../sdk/errors.js';
import { Backend, failureOf, refusal, session, signUp, signUpInput, structurePage, type Reply } from './backend.js';

const handle = { signUpId: 's1', secret: 'S3cr3t-of-the-sign-up' };
const html = { 'content-type': 'text/html' };

describe('an answer', () => {
  let backend: Backend;
  let client: BdtClient;
  before(async () => {
    backend = await Backend.start();
    client = createClient({ baseUrl: backend.url, retry: { limit: 0 } });
  });
  after(() => backend.stop());

  it('may hold more than the contract knows, which is left aside', async () => {
    backend.willReply({ status: 200, json: { ...session, mood: 'sunny', account: { ...session.account, shoeSize: 38 } } });
    expect(await client.sessions.read()).to.deep.equal(session);
  });

  it('that makes no sense is never taken for one that does', async () => {
    const nonsense: [Reply, string][] = [
      [{ status: 200, text: '<html>Welcome to the hotel Wi-Fi</html>', headers: html }, 'not_json'],
      [{ status: 200, text: '' }, 'not_json'],
      [{ status: 204 }, 'not_json'],
      [{ status: 200, json: null }, '/ invalid_type'],
      [{ status: 200, json: { ...session, expiresIn: -1 } }, '/expiresIn too_small'],
      [{ status: 200, json: { ...session, account: { ...session.account, email: 7 } } }, '/account/email invalid_type'],
    ];
    for (const [reply, cause] of nonsense) {
      backend.willReply(reply);
      const error = await failureOf(client.sessions.read());
      expect(isAnswerError(error) && error.cause).to.equal(cause);
    }
  });

  it('that refuses says everything that the backend said', async () => {
    const more = { triesLeft: 2, requestId: 'r1', errors: [{ pointer: '/code', code: 'code_wrong' }] };
    backend.willReply(refusal(422, 'code_wrong', more));
    const error = await failureOf(client.signUps.confirm(handle, '0429'));
    expect(isRefusedError(error)).to.equal(true);
    expect(error).to.deep.include({ code: 'code_wrong', message: 'code_wrong', status: 422 });
    expect(error).to.have.property('problem').that.deep.includes(more);
  });

  it('that refuses for a reason of tomorrow is still a refusal', async () => {
    backend.willReply(refusal(409, 'planet_misaligned'));
    expect(await failureOf(client.memberships.list())).to.include({ name: 'RefusedError', code: 'planet_misaligned' });
  });

  it('leads someone who has not confirmed yet to their code', async () => {
    backend.willReply(refusal(403, 'not_confirmed', { signUp: { ...signUp, secret: 'another' } }));
    const error = await failureOf(client.sessions.signIn({ login: 'zoel123', password: 'Marée basse 29' }));
    expect(isRefusedError(error) && error.problem.signUp).to.deep.equal({ ...signUp, secret: 'another' });
  });

  it('of a proxy is no refusal by the backend', async () => {
    for (const status of [408, 502, 503, 504]) {
      backend.willReply({ status, text: '<h1>Sorry</h1>', headers: html });
      const error = await failureOf(client.sessions.read());
      expect(isUnreachableError(error) && error.cause).to.equal(`http_${status}`);
    }
    for (const status of [401, 404, 500]) {
      backend.willReply({ status, text: '<h1>Sorry</h1>', headers: html });
      const error = await failureOf(client.sessions.read());
      expect(isAnswerError(error) && error.cause).to.equal(`http_${status}`);
    }
  });

  it('of a proxy that finds it too much says how long to wait', async () => {
    backend.willReply({ status: 429, text: 'slow down', headers: { ...html, 'retry-after': '40' } });
    const tooMany = await failureOf(client.sessions.read());
    expect(isRefusedError(tooMany) && tooMany.problem).to.include({ code: 'too_many_requests', retryAfter: 40 });
    backend.willReply({ status: 413, text: 'too large', headers: html });
    expect(await failureOf(client.sessions.read())).to.include({ code: 'request_too_large', status: 413 });
  });

  it('that is half a problem is none', async () => {
    backend.willReply({ status: 422, json: { code: 'fields_invalid' } });
    expect(isAnswerError(await failureOf(client.sessions.read()))).to.equal(true);
  });

  it('that sends elsewhere is not followed', async () => {
    const elsewhere = await Backend.start();
    elsewhere.willReply({ status: 200, json: structurePage });
    for (const status of [301, 302, 307, 308]) {
      backend.willReply({ status, headers: { location: `${elsewhere.url}/v1/structures` } });
      expect(isUnreachableError(await failureOf(client.structures.search('rade')))).to.equal(true);
    }
    expect(elsewhere.received).to.be.empty;
    await elsewhere.stop();
  });

  it('that fails never repeats a password, a code, a token or an address', async () => {
    const secrets = ['Marée basse 29', 'S3cr3t-of-the-sign-up', 'zoe.lhostis@mairie.example', '0429', 'T0ken-of-the-session', 'ABCDE-12345'];
    const tokens = { get: () => 'T0ken-of-the-session', set: () => undefined };
    const bearer = createClient({ baseUrl: backend.url, transport: 'bearer', tokenStorage: tokens, retry: { limit: 1, delay: 1 }, timeout: 300 });
    const echo = JSON.stringify({ ...session, expiresIn: secrets.join(' '), [secrets[0]!]: secrets });
    const replies: Reply[] = ['cut', 'silence', { status: 502, text: echo }, { status: 500, text: echo }, { status: 200, text: echo }, { status: 200, text: secrets.join(' ') }];
    for (const reply of replies) {
      backend.willReply(reply);
      const failures = await Promise.all([
        failureOf(bearer.signUps.create(signUpInput)),
        failureOf(bearer.signUps.confirm(handle, '0429')),
        failureOf(bearer.sessions.signIn({ login: 'zoe.lhostis@mairie.example', password: 'Marée basse 29' })),
        failureOf(bearer.sessions.read()),
        failureOf(bearer.claims.activate('c1', 'ABCDE-12345')),
      ]);
      for (const failure of failures) {
        const shown = inspect(failure, { depth: 10, showHidden: true });
        for (const secret of secrets) expect(shown).to.not.include(secret);
      }
    }
  });
});
