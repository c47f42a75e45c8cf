import { it } from 'node:test';
import { expect } from 'chai';
import { BlockList } from 'node:net';
import type { Problem } from '../../../src/contract.js';
import { LIMITS } from '../../../demo/server/limits.js';
import { describeEachEngine, type TestServer } from '../support/engines.js';
import { refusal } from '../support/people.js';

const requests = { perMinute: LIMITS.request.perMinute, sensitivePerMinute: LIMITS.request.sensitivePerMinute };

/** The count begins anew with each minute: a test that would straddle two waits for the next. */
async function earlyInTheMinute(server: TestServer): Promise<void> {
  const [row] = await server.context.db.query<{ left: number }>('SELECT 60 - extract(second FROM now())::float8 AS left');
  if ((row?.left ?? 60) < 15) await new Promise((resolve) => setTimeout(resolve, ((row?.left ?? 0) + 0.1) * 1000));
}

describeEachEngine('a client that asks too often', (open) => {
  it('is let in three hundred times a minute, then told how long to wait', async () => {
    const server = await open({ settings: { requests } });
    await earlyInTheMinute(server);
    const read = (address: string) => server.request('GET', '/v1/session', { address });

    const statuses: number[] = [];
    for (let asked = 0; asked < 300; asked++) statuses.push((await read('192.0.2.1')).status);
    const next = await read('192.0.2.1');
    const other = await read('192.0.2.2');
    await server.close();

    expect(new Set(statuses)).to.deep.equal(new Set([401]));
    expect(refusal(next)).to.deep.equal({ status: 429, code: 'too_many_requests' });
    expect(next.as<Problem>().retryAfter).to.be.within(1, 60);
    expect(next.headers.get('Retry-After')).to.equal(String(next.as<Problem>().retryAfter));
    expect(other.status).to.equal(401);
  });

  it('tries a secret twenty times a minute, over two servers that share a database', async () => {
    const one = await open({ settings: { requests } });
    const two = await open({ settings: { requests }, beside: one });
    await earlyInTheMinute(one);
    const body = { login: 'abcd123', password: 'Faux mot 12', transport: 'cookie' };

    const statuses: number[] = [];
    for (let asked = 0; asked < 24; asked++) {
      statuses.push((await (asked % 2 === 0 ? one : two).request('POST', '/v1/session', { body, address: '192.0.2.3' })).status);
    }
    // The delays of the account answer 429 too: what matters is that the count stops at twenty.
    const [row] = await one.context.db.query<{ count: number }>(`SELECT count FROM request_counts WHERE allowance = 'sensitive'`);
    const last = await two.request('POST', '/v1/session', { body: { ...body, login: 'wxyz987' }, address: '192.0.2.3' });
    await two.close();
    await one.close();

    expect(statuses.slice(0, 10)).to.deep.equal(Array<number>(10).fill(401));
    expect(row?.count).to.be.within(20, 21);
    expect(refusal(last)).to.deep.equal({ status: 429, code: 'too_many_requests' });
  });

  it('is one household under IPv6, whatever addresses it takes', async () => {
    const server = await open({ settings: { requests: { perMinute: 3, sensitivePerMinute: 3 } } });
    await earlyInTheMinute(server);

    const statuses: number[] = [];
    for (const end of ['::1', '::2', ':1:2:3:4', ':ffff::1']) {
      statuses.push((await server.request('GET', '/v1/session', { address: `2001:db8:1:2${end}` })).status);
    }
    const neighbour = await server.request('GET', '/v1/session', { address: '2001:db8:1:3::1' });
    await server.close();

    expect(statuses).to.deep.equal([401, 401, 401, 429]);
    expect(neighbour.status).to.equal(401);
  });

  it('is named by a proxy of ours, and by nobody else', async () => {
    const trustedProxies = new BlockList();
    trustedProxies.addSubnet('10.0.0.0', 8, 'ipv4');
    const server = await open({ settings: { trustedProxies, requests: { perMinute: 2, sensitivePerMinute: 2 } } });
    await earlyInTheMinute(server);
    const ask = (address: string, forwarded: string) =>
      server.request('GET', '/v1/session', { address, headers: { 'X-Forwarded-For': forwarded } }).then(({ status }) => status);

    const throughProxy = [await ask('10.0.0.1', '192.0.2.10'), await ask('10.0.0.2', '1.1.1.1, 192.0.2.10, 10.0.0.9'), await ask('10.0.0.1', '9.9.9.9, 192.0.2.10')];
    const pretending = [await ask('192.0.2.20', '192.0.2.21'), await ask('192.0.2.20', '192.0.2.22'), await ask('192.0.2.20', '192.0.2.23')];
    await server.close();

    expect(throughProxy).to.deep.equal([401, 401, 429]);
    expect(pretending).to.deep.equal([401, 401, 429]);
  });
});
