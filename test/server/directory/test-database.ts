import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Database } from '../../../demo/server/store/database.js';
import { openPglite } from '../../../demo/server/store/pglite.js';
import { openPostgres } from '../../../demo/server/store/postgres.js';
import { directorySchema } from '../../../demo/server/directory/schema.js';

/** A database of one's own, with the directory's tables, gone after `close`. */
export interface TestDatabase {
  name: string;
  open: () => Promise<Database>;
}

async function freshPglite(): Promise<Database> {
  const db = await openPglite();
  await db.exec(directorySchema);
  return db;
}

async function freshPostgres(server: string): Promise<Database> {
  const name = `directory_${randomUUID().replaceAll('-', '')}`;
  const onServer = async (statement: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await onServer(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const db = openPostgres(url.href);
  await db.exec(directorySchema);
  return {
    ...db,
    close: async () => {
      await db.close();
      await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

const server = process.env.TEST_DATABASE_URL;

/** PGlite always, PostgreSQL too when `TEST_DATABASE_URL` names a server. */
export const testDatabases: readonly TestDatabase[] = [
  { name: 'PGlite', open: freshPglite },
  ...(server ? [{ name: 'PostgreSQL', open: () => freshPostgres(server) }] : []),
];
