import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, beforeEach, it } from 'node:test';
import { expect } from 'chai';
import { describeEachEngine, type TestServer } from '../support/engines.js';
import { applicant, createSignUp, refusal, register } from '../support/people.js';

interface Mails {
  results: { id: string; to: string; subject: string; text: string; html: string; createdAt: string }[];
}

describeEachEngine('the console', (open) => {
  let server: TestServer;
  before(async () => {
    server = await open();
  });
  beforeEach(() => server.reset());
  after(() => server.close());

  it('shows the mails, the newest first', async () => {
    const [first, second] = [applicant(), applicant()];
    await createSignUp(server, first);
    await createSignUp(server, second);

    const { results } = (await server.request('GET', '/qa/mails')).as<Mails>();

    expect(results.map(({ to }) => to)).to.deep.equal([second.email, first.email]);
    expect(results[0]?.text).to.match(/\d{4}/);
    expect(results[0]?.html).to.include('<');
    expect(Date.parse(results[0]?.createdAt ?? '')).to.be.closeTo(Date.now(), 10_000);
  });

  it('tells the time, sets it, moves it, and runs what falls due', async () => {
    await createSignUp(server, applicant());
    const set = await server.request('PUT', '/qa/clock', { body: { now: '2031-05-01T08:00:00Z' } });
    const moved = await server.request('PUT', '/qa/clock', { body: { advanceSeconds: 86_400 } });
    const told = await server.request('GET', '/qa/clock');

    const at = (reply: { as<T>(): T }) => Date.parse(reply.as<{ now: string }>().now);
    expect(at(set)).to.be.closeTo(Date.parse('2031-05-01T08:00:00Z'), 10_000);
    expect(at(moved)).to.be.closeTo(Date.parse('2031-05-02T08:00:00Z'), 20_000);
    expect(at(told)).to.be.closeTo(at(moved), 10_000);
    expect(await server.context.db.query('SELECT 1 FROM sign_ups')).to.deep.equal([]);
  });

  it('refuses a time that is none', async () => {
    for (const body of [{}, { now: 'tomorrow' }, { advanceSeconds: '60' }, { now: '2031-05-01T08:00:00Z', advanceSeconds: 1 }]) {
      expect(refusal(await server.request('PUT', '/qa/clock', { body })).code).to.equal('fields_invalid');
    }
  });

  it('forgets everybody on request, and keeps the directory', async () => {
    const person = applicant();
    await register(server, person);
    await server.advance(3600);
    const { letterDir } = server.context.config;
    await mkdir(letterDir, { recursive: true });
    await writeFile(join(letterDir, 'one.pdf'), 'a letter');

    const reply = await server.request('POST', '/qa/reset', { body: '{}' });
    const again = await register(server, person);
    const search = await server.request('GET', '/v1/structures?q=216600742');
    const clock = (await server.request('GET', '/qa/clock')).as<{ now: string }>();

    expect(reply.status).to.equal(204);
    expect(again).to.match(/^sole\d{3}$/);
    expect(search.as<{ total: number }>().total).to.equal(1);
    expect(Date.parse(clock.now)).to.be.closeTo(Date.now(), 10_000);
    expect((await server.request('GET', '/qa/letters/one.pdf')).status).to.equal(404);
  });

  it('opens a letter of the folder, and nothing else', async () => {
    const { letterDir } = server.context.config;
    await mkdir(letterDir, { recursive: true });
    await writeFile(join(letterDir, 'b7c1.pdf'), '%PDF-');
    await writeFile(join(letterDir, '..', 'secret-key.pdf'), 'secret');

    const letter = await server.request('GET', '/qa/letters/b7c1.pdf');

    expect(letter.text).to.equal('%PDF-');
    expect(letter.headers.get('Content-Type')).to.equal('application/pdf');
    for (const path of ['/qa/letters/..%2fsecret-key.pdf', '/qa/letters/%2e%2e/secret-key.pdf', '/qa/letters/b7c1']) {
      expect((await server.request('GET', path)).status, path).to.equal(404);
    }
  });

  it('is closed to other names, other pages and other sites', async () => {
    const refused: Record<string, string>[] = [
      { Host: 'attaque.example' },
      { Host: 'localhost.attaque.example' },
      { Host: 'localhost', Origin: 'https://attaque.example' },
      { Host: 'localhost', Origin: 'null' },
      { Host: 'localhost', 'Sec-Fetch-Site': 'cross-site' },
    ];
    for (const headers of refused) {
      for (const [method, path] of [['GET', '/qa/mails'], ['POST', '/qa/reset'], ['GET', '/qa']] as const) {
        expect((await server.request(method, path, { headers })).status, JSON.stringify(headers)).to.equal(403);
      }
    }
    expect((await server.request('GET', '/qa/mails', { headers: { Host: '127.0.0.1:8080', Origin: 'http://127.0.0.1:8080' } })).status).to.equal(200);
  });

  it('is closed to another machine that writes a name of this one', async () => {
    const reply = await server.request('GET', '/qa/mails', { headers: { Host: 'localhost' }, address: '192.0.2.7' });

    expect(reply.status).to.equal(403);
  });

  it('is open to another machine that comes by the portal’s own address', async () => {
    const portal = await open({ settings: { publicUrl: 'http://192.0.2.1:8080' } });
    try {
      const reply = await portal.request('GET', '/qa/mails', { headers: { Host: '192.0.2.1:8080' }, address: '192.0.2.7' });

      expect(reply.status).to.equal(200);
    } finally {
      await portal.close();
    }
  });

  it('is not there when it is off', async () => {
    const production = await open({ settings: { qa: false } });
    const statuses: number[] = [];
    for (const path of ['/qa', '/qa/mails', '/qa/letters', '/qa/clock']) statuses.push((await production.request('GET', path)).status);
    const reset = await production.request('POST', '/qa/reset', { body: '{}' });
    await production.close();

    expect([...statuses, reset.status]).to.deep.equal([404, 404, 404, 404, 404]);
  });
});
