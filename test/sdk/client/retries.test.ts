import { after, before, describe, it } from 'node:test';
import { expect } from 'chai';
import { createClient } from '../../../sdk/client/create-client.js';
import type { BdtClient } from '../../../sdk/client/index.js';
import { isRefusedError, isUnreachableError } from '../../../sdk/errors.js';
import { Backend, failureOf, refusal, session, signUp, signUpInput, structurePage, type Reply } from './backend.js';

const handle = { signUpId: 's1', secret: 'S3cr3t' };

describe('a try that failed', () => {
  let backend: Backend;
  let client: BdtClient;
  before(async () => {
    backend = await Backend.start();
    client = createClient({ baseUrl: backend.url, retry: { delay: 5 } });
  });
  after(() => backend.stop());

  const keys = () => backend.received.map(({ headers }) => headers['idempotency-key']);

  it('is made again when the connection was cut, before the answer or within it', async () => {
    const page: Reply = { status: 200, json: structurePage };
    backend.willReply('cut', { ...page, cutInBody: true }, page);
    expect(await client.structures.search('rade')).to.deep.equal(structurePage);
    expect(backend.received).to.have.length(3);
  });

  it('is made again behind a proxy that says 502, 503 or 504', async () => {
    for (const status of [502, 503, 504]) {
      backend.willReply({ status, text: '<h1>Bad Gateway</h1>', headers: { 'content-type': 'text/html' } }, { status: 200, json: session });
      expect(await client.sessions.read()).to.deep.equal(session);
      expect(backend.received).to.have.length(2);
    }
  });

  it('creates once: the key of the first try stays, and so does the body', async () => {
    backend.willReply('cut', { status: 502 }, { status: 201, json: signUp });
    await client.signUps.create(signUpInput);

    expect(new Set(keys())).to.have.property('size', 1);
    expect(keys()[0]).to.match(/^[0-9a-f]{32}$/);
    expect(backend.received.map(({ body }) => JSON.parse(body) as unknown)).to.deep.equal([signUpInput, signUpInput, signUpInput]);
  });

  it('has another key than the next call, unless the caller keeps it', async () => {
    backend.willReply({ status: 200, json: signUp });
    await client.signUps.resendCode(handle);
    await client.signUps.resendCode(handle);
    await client.signUps.resendCode(handle, { idempotencyKey: 'mine' });
    const [first, second, third] = keys();
    expect(first).to.not.equal(second);
    expect(third).to.equal('mine');
  });

  it('never costs the try of a secret, nor changes twice what has no key', async () => {
    const calls: Record<string, () => Promise<unknown>> = {
      'the sign-in': () => client.sessions.signIn({ login: 'zoel123', password: 'Marée basse 29' }),
      'the e-mail code': () => client.signUps.confirm(handle, '0429'),
      "the letter's code": () => client.claims.activate('c1', 'ABCDE12345'),
      'the function': () => client.memberships.update('m1', { jobFunction: 'director' }),
    };
    const replies: Reply[] = ['cut', { status: 503 }, { ...refusal(429, 'too_many_requests'), headers: { 'retry-after': '0' } }];
    for (const reply of replies) {
      for (const [name, call] of Object.entries(calls)) {
        backend.willReply(reply);
        await failureOf(call());
        expect(backend.received, name).to.have.length(1);
        expect(keys(), name).to.deep.equal([undefined]);
      }
    }
  });

  it('ends the session all the same when one signs out', async () => {
    backend.willReply('cut', { status: 204 });
    expect(await client.sessions.signOut()).to.equal(undefined);
    expect(backend.received.map(({ method }) => method)).to.deep.equal(['DELETE', 'DELETE']);
  });

  it('is made three times at most, then nobody was reached', async () => {
    backend.willReply('cut');
    expect(isUnreachableError(await failureOf(client.structures.search('rade')))).to.equal(true);
    expect(backend.received).to.have.length(3);
  });

  it('is not made again when the integrator wants none', async () => {
    backend.willReply('cut');
    await failureOf(createClient({ baseUrl: backend.url, retry: { limit: 0 } }).structures.search('rade'));
    expect(backend.received).to.have.length(1);
  });

  it('waits as long as the backend asks, when that is short', async () => {
    backend.willReply({ ...refusal(429, 'too_many_requests'), headers: { 'retry-after': '1' } }, { status: 200, json: session });
    const start = performance.now();
    await client.sessions.read();
    expect(performance.now() - start).to.be.within(990, 5000);
  });

  it('is told to the person when the wait is longer, or unknown', async () => {
    const inAMinute = new Date(Date.now() + 60_000).toUTCString();
    const replies: [Reply, number | undefined][] = [
      [{ ...refusal(429, 'too_soon'), headers: { 'retry-after': '3' } }, 3],
      [{ ...refusal(503, 'unavailable'), headers: { 'retry-after': '30' } }, 30],
      [{ ...refusal(503, 'unavailable'), headers: { 'retry-after': inAMinute } }, 60],
      [refusal(429, 'too_many_requests'), undefined],
    ];
    for (const [reply, seconds] of replies) {
      backend.willReply(reply);
      const error = await failureOf(client.signUps.resendCode(handle));
      expect(backend.received).to.have.length(1);
      if (!isRefusedError(error)) throw error;
      if (seconds === undefined) expect(error.problem.retryAfter).to.equal(undefined);
      else expect(error.problem.retryAfter).to.be.within(seconds - 1, seconds);
    }
  });

  it('is made again while the server still works on the one before', async () => {
    backend.willReply('cut', { ...refusal(409, 'request_in_progress'), headers: { 'retry-after': '0' } }, { status: 201, json: signUp });
    await client.signUps.create(signUpInput);
    expect(new Set(keys())).to.have.property('size', 1);
    expect(backend.received).to.have.length(3);
  });

  it('is not made again after a refusal that will stand', async () => {
    const refusals: [number, string][] = [[400, 'request_malformed'], [409, 'sign_up_confirmed'], [422, 'idempotency_key_reused'], [500, 'internal_error']];
    for (const [status, code] of refusals) {
      backend.willReply(refusal(status, code));
      expect(await failureOf(client.signUps.resendCode(handle))).to.include({ code, status });
      expect(backend.received, code).to.have.length(1);
    }
  });
});
