import { PGlite, type Transaction } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import type { Database, Sql } from './database.js';

function overPglite(target: PGlite | Transaction): Sql {
  return {
    async query<Row>(text: string, values?: readonly unknown[]) {
      const result = await target.query<Row>(text, values as unknown[] | undefined);
      return result.rows;
    },
    async exec(script) {
      await target.exec(script);
    },
  };
}

/**
 * Opens the embedded database.
 *
 * @param folder - Where it lives; in memory when absent.
 */
export async function openPglite(folder?: string): Promise<Database> {
  return wrapPglite(await PGlite.create({ dataDir: folder, extensions: { pg_trgm } }));
}

/** @param db - With the extension pg_trgm. */
export function wrapPglite(db: PGlite): Database {
  return {
    engine: 'pglite',
    ...overPglite(db),
    transaction: (work) => db.transaction((tx) => work(overPglite(tx))),
    close: () => db.close(),
  };
}
