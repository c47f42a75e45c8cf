import { after, before, describe, it } from 'node:test';
import { getEventListeners, once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { createClient } from '../../../sdk/client/create-client.js';
import { isUnreachableError } from '../../../sdk/errors.js';
import { Backend, failureOf, refusal, session } from './backend.js';

describe('someone who waits for an answer', () => {
  let backend: Backend;
  before(async () => {
    backend = await Backend.start();
  });
  after(() => backend.stop());

  it('is told after the time limit, and waits for no second try', async () => {
    backend.willReply('silence');
    const start = performance.now();
    const error = await failureOf(createClient({ baseUrl: backend.url, timeout: 200 }).sessions.read());
    expect(isUnreachableError(error) && error.cause).to.equal('timeout');
    expect(performance.now() - start).to.be.within(190, 5000);
    expect(backend.received).to.have.length(1);
  });

  it('is told as well when the answer begins and never ends', async () => {
    const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'application/json' }).write('{"account":'));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const error = await failureOf(createClient({ baseUrl, timeout: 200 }).sessions.read());
    server.closeAllConnections();
    server.close();
    expect(isUnreachableError(error) && error.cause).to.equal('timeout');
  });

  it('is told at once when nobody listens, with the word of the system', async () => {
    const gone = await Backend.start();
    const baseUrl = gone.url;
    await gone.stop();
    const error = await failureOf(createClient({ baseUrl, retry: { limit: 0 } }).sessions.read());
    expect(isUnreachableError(error) && error.cause).to.equal('ECONNREFUSED');
  });

  it('can give up before the request, which is then not made', async () => {
    backend.willReply({ status: 200, json: session });
    const reason = new Error('left the page');
    expect(await failureOf(createClient({ baseUrl: backend.url }).sessions.read({ signal: AbortSignal.abort(reason) }))).to.equal(reason);
    expect(backend.received).to.be.empty;
  });

  it('can give up while the backend works, and gets their own reason back', async () => {
    backend.willReply('silence');
    const giveUp = new AbortController();
    const reason = new Error('left the page');
    const reading = failureOf(createClient({ baseUrl: backend.url }).sessions.read({ signal: giveUp.signal }));
    while (!backend.received.length) await new Promise((resolve) => setTimeout(resolve, 5));
    giveUp.abort(reason);
    expect(await reading).to.equal(reason);
    expect(backend.received).to.have.length(1);
  });

  it('can give up between two tries, and the second is not made', async () => {
    backend.willReply('cut');
    const giveUp = new AbortController();
    const reading = failureOf(createClient({ baseUrl: backend.url, retry: { delay: 60_000 } }).sessions.read({ signal: giveUp.signal }));
    while (!backend.received.length) await new Promise((resolve) => setTimeout(resolve, 5));
    setTimeout(() => giveUp.abort(), 50);
    expect((await reading).name).to.equal('AbortError');
    expect(backend.received).to.have.length(1);
  });

  it('may use one signal for a whole page: nothing stays tied to it', async () => {
    backend.willReply(refusal(503, 'unavailable'));
    const { signal } = new AbortController();
    const client = createClient({ baseUrl: backend.url, retry: { delay: 1 } });
    for (let call = 0; call < 5; call += 1) await failureOf(client.sessions.read({ signal }));
    expect(backend.received).to.have.length(15);
    expect(getEventListeners(signal, 'abort')).to.be.empty;
  });
});
