import { after, before, it } from 'node:test';
import { expect } from 'chai';
import { describeEachEngine, type TestServer } from './support/engines.js';
import { holds } from './support/holds.js';
import { wholeStory, type WholeStory } from './support/whole-story.js';

describeEachEngine('what belongs to one person alone', (open) => {
  let server: TestServer;
  let story: WholeStory;
  before(async () => {
    server = await open();
    story = await wholeStory(server);
  });
  after(() => server.close());

  const found = (text: string) => [...story.secrets].filter(([, secret]) => holds(text, secret)).map(([what]) => what);

  it('is in no line of the log of a whole registration with its wrong turns', () => {
    expect(story.secrets.size).to.be.at.least(20);
    expect([...story.secrets.values()].every((secret) => secret !== '')).to.equal(true);
    expect(server.logged.length).to.be.at.least(40);
    expect(found(server.logged.join('\n'))).to.deep.equal([]);
  });

  it('is in no refusal', () => {
    expect(story.refusals.length).to.be.at.least(15);
    expect(found(story.refusals.join('\n'))).to.deep.equal([]);
  });

  it('is nowhere in the log when the database itself fails over it', async () => {
    const { person } = story.boss;
    await server.context.db.exec('ALTER TABLE sign_ups ADD CONSTRAINT nobody CHECK (false) NOT VALID');
    const reply = await server.request('POST', '/v1/sign-ups', { body: { ...person, email: 'quelqu.un@commune.example' } });
    await server.context.db.exec('ALTER TABLE sign_ups DROP CONSTRAINT nobody');

    const logged = server.logged.join('\n');
    expect(reply.status).to.equal(500);
    expect(logged).to.include('nobody');
    for (const typed of ['quelqu.un@commune.example', person.password, person.lastName]) expect(logged + reply.text).to.not.include(typed);
  });

  it('is not in the database but as hash or seal, addresses and names excepted', async () => {
    const { db } = server.context;
    const tables = await db.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname IN ('public', 'pgboss') AND tablename !~ '^(embedded|sirene|directory)_'`,
    );
    const dump = JSON.stringify(await Promise.all(tables.map(({ name }) => db.query(`SELECT * FROM ${name}`))));

    const secrets = [...story.secrets].filter(([what, secret]) => !what.startsWith('address') && !/^\d{4}$/.test(secret));
    expect(secrets.length).to.be.at.least(12);
    expect(secrets.filter(([, secret]) => holds(dump, secret)).map(([what]) => what)).to.deep.equal([]);
  });
});
