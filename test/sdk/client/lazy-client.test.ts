import { after, before, describe, it } from 'node:test';
import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { createClient, lazyClient, preload, type BdtClient, type LoadClient } from '../../../sdk/client/index.js';
import { isUnreachableError } from '../../../sdk/errors.js';
import { Backend, failureOf, session, structurePage } from './backend.js';

describe('a client that comes after the first paint', () => {
  let backend: Backend;
  before(async () => {
    backend = await Backend.start();
  });
  after(() => backend.stop());

  /** A loader that counts, and fails as many times as it is told first. */
  function loader(failures = 0): LoadClient & { loads: number } {
    const load = Object.assign(
      () => {
        load.loads += 1;
        return load.loads <= failures ? Promise.reject(new TypeError('Failed to fetch dynamically imported module')) : Promise.resolve({ createClient });
      },
      { loads: 0 },
    );
    return load;
  }

  const shapeOf = (client: BdtClient) => Object.entries(client).map(([name, methods]) => [name, Object.keys(methods as object)]);

  it('has every method of the real one', () => {
    expect(shapeOf(lazyClient())).to.deep.equal(shapeOf(createClient({ baseUrl: backend.url })));
  });

  it('brings neither ky nor schemas with it', async () => {
    const source = await readFile(new URL('../../../sdk/client/lazy-client.ts', import.meta.url), 'utf8');
    const imported = [...source.matchAll(/^import (?!type )[^;]*from '([^']+)'/gm)].map(([, from]) => from);
    expect(imported).to.deep.equal(['../errors.js']);
  });

  it('answers like the real one', async () => {
    backend.willReply({ status: 200, json: structurePage });
    expect(await lazyClient({ baseUrl: backend.url }).structures.search('rade', 3)).to.deep.equal(structurePage);
    expect(backend.last.url).to.equal('/v1/structures?q=rade&page=3');
  });

  it('is loaded by the first call, once for all', async () => {
    backend.willReply({ status: 200, json: session });
    const load = loader();
    const client = lazyClient({ baseUrl: backend.url }, load);
    expect(load.loads).to.equal(0);
    await Promise.all([client.sessions.read(), client.sessions.read()]);
    await client.sessions.read();
    expect(load.loads).to.equal(1);
  });

  it('can be loaded early', async () => {
    const load = loader();
    const client = lazyClient({ baseUrl: backend.url }, load);
    await preload(client);
    expect(load.loads).to.equal(1);
    await preload(client);
    expect(load.loads).to.equal(1);
  });

  it('is unreachable when it cannot be loaded, and loaded again by the next call', async () => {
    backend.willReply({ status: 200, json: session });
    const load = loader(2);
    const client = lazyClient({ baseUrl: backend.url }, load);
    await preload(client);
    expect(isUnreachableError(await failureOf(client.sessions.read()))).to.equal(true);
    expect(await client.sessions.read()).to.deep.equal(session);
    expect(load.loads).to.equal(3);
  });

  it('says what is wrong with its settings rather than that nobody answers', async () => {
    expect(await failureOf(lazyClient({ baseUrl: 'nonsense' }).sessions.read())).to.be.instanceOf(TypeError);
  });

  it('asks nothing of a client that is there already', async () => {
    backend.willReply({ status: 200, json: session });
    const client = createClient({ baseUrl: backend.url });
    await preload(client);
    expect(backend.received).to.be.empty;
    expect(await client.sessions.read()).to.deep.equal(session);
  });
});
