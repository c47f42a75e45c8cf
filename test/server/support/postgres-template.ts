import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Database } from '../../../demo/server/store/database.js';
import { openPostgres } from '../../../demo/server/store/postgres.js';
import { prepare } from './prepare.js';
import { templateKey } from './template-key.js';

/** A server where databases may be made; nothing when there is none. */
export const testDatabaseUrl = process.env.TEST_DATABASE_URL || undefined;

/** Any number that no other advisory lock of the server uses. */
const LOCK = 7_420_399;

function urlOf(name: string): string {
  const url = new URL(testDatabaseUrl ?? '');
  url.pathname = `/${name}`;
  return url.href;
}

async function onServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: testDatabaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function exists(client: pg.Client, name: string): Promise<boolean> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  return rowCount === 1;
}

/** Makes the template once per server; test files that run at the same time wait for the first. */
async function ensureTemplate(name: string): Promise<void> {
  await onServer(async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    if (await exists(client, name)) return;
    const draft = `${name}_draft`;
    await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${draft}`);
    const db = openPostgres(urlOf(draft));
    await prepare(db);
    await db.close();
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
  });
}

let template: Promise<string> | undefined;

async function templateName(): Promise<string> {
  const name = `bdt_template_${templateKey()}`;
  await ensureTemplate(name);
  return name;
}

/** One database of its own, as it is after a first start; dropped when closed. */
export async function openPostgresCopy(): Promise<Database & { url: string }> {
  template ??= templateName();
  const from = await template;
  const name = `bdt_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(async (client) => {
    // One copy at a time: the server refuses to copy a database that is being looked at.
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${from}`);
  });
  const url = urlOf(name);
  const db = openPostgres(url);
  return {
    ...db,
    url,
    async close() {
      await db.close();
      await onServer((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}
