import { after, before, it } from 'node:test';
import { expect } from 'chai';
import { isMigrated, migrate } from '../../../demo/server/store/migrate.js';
import { describeEachEngine, type TestServer } from '../support/engines.js';

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
