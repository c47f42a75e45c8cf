import { after, before, describe, it } from 'node:test';
import { expect } from 'chai';
import { isMigrated, migrate } from '../../../demo/server/store/migrate.js';
import { describeEachEngine, type TestServer } from '../support/engines.js';
import { applicant, createSignUp } from '../support/people.js';
import { openPostgresCopy, testDatabaseUrl } from '../support/postgres-template.js';
import { openTestServer } from '../support/test-server.js';

describeEachEngine('the database', (open) => {
  let server: TestServer;
  before(async () => {
    server = await open();
  });
  after(() => server.close());

  const step = (id: string, sql: string) => ({ id, sql });

  it('takes each step of the schema once, whoever asks at the same time', async () => {
    const { db } = server.context;
    const steps = [step('900', 'CREATE TABLE once (id integer)'), step('901', 'INSERT INTO once VALUES (1)')];

    expect(await isMigrated(db, steps)).to.equal(false);
    const applied = await Promise.all([migrate(db, steps), migrate(db, steps), migrate(db, steps)]);

    expect(applied.flat().sort()).to.deep.equal(['900', '901']);
    expect(await db.query('SELECT id FROM once')).to.deep.equal([{ id: 1 }]);
    expect(await isMigrated(db, steps)).to.equal(true);
  });

  it('keeps nothing of a step that fails half-way', async () => {
    const { db } = server.context;
    const failed = await migrate(db, [step('910', 'CREATE TABLE half (id integer); SELECT 1 / 0')]).catch((error: Error) => error.message);

    expect(failed).to.match(/division by zero/);
    expect(await db.query(`SELECT to_regclass('half')::text AS half`)).to.deep.equal([{ half: null }]);
  });

  it('reads numbers, times and values alike on every engine', async () => {
    const [row] = await server.context.db.query(
      `SELECT count(*) AS count, 9007199254740991::bigint AS big, '2026-03-01T10:00:00Z'::timestamptz AS at, '{"a":[1]}'::jsonb AS json, ARRAY['x'] AS list`,
    );

    expect(row).to.deep.equal({ count: 1, big: 9007199254740991, at: new Date('2026-03-01T10:00:00Z'), json: { a: [1] }, list: ['x'] });
  });

  it('undoes a transaction that fails, and goes on', async () => {
    const { db } = server.context;
    const failed = await db
      .transaction(async (tx) => {
        await tx.query(`INSERT INTO login_ids VALUES ('abcd123', now())`);
        await tx.query('SELECT 1 / 0');
      })
      .catch((error: Error) => error.message);

    expect(failed).to.match(/division by zero/);
    expect(await db.query('SELECT * FROM login_ids')).to.deep.equal([]);
  });

  it('has one time for all processes, which can be set and moved', async () => {
    const { clock, db } = server.context;
    await clock.set(db, new Date('2030-01-01T00:00:00Z'));
    await clock.advance(db, 3600);

    const apart = (await clock.now(db)).getTime() - Date.parse('2030-01-01T01:00:00Z');

    expect(apart).to.be.within(0, 5000);
  });
});

describe('a PostgreSQL that restarts', { skip: testDatabaseUrl === undefined && 'needs a PostgreSQL: TEST_DATABASE_URL is not set' }, () => {
  it('costs whoever asks at that moment an answer that says to try again, and nobody else', async () => {
    const server = await openTestServer(openPostgresCopy);
    await server.startJobs();
    const { db } = server.context;
    const cut = () => db.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()');
    const people = Array.from({ length: 20 }, () => applicant());

    const asked = people.map((person) => createSignUp(server, person));
    await cut();
    const during = await Promise.all(asked);
    const afterwards = await createSignUp(server, applicant());
    const [counts] = await db.query<{ sign_ups: number; mails: number }>(
      'SELECT (SELECT count(*) FROM sign_ups)::integer AS sign_ups, (SELECT count(*) FROM mails)::integer AS mails',
    );
    await server.close();

    const statuses = during.map(({ status }) => status);
    for (const status of statuses) expect(status).to.be.oneOf([201, 503]);
    expect(afterwards.status).to.equal(201);
    // Nothing half made: a mail for each sign-up, and a sign-up for each answer.
    expect(counts?.mails).to.equal(counts?.sign_ups);
    expect(counts?.sign_ups).to.be.at.least(statuses.filter((status) => status === 201).length + 1);
  });
});
