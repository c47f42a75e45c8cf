import type { Sql } from './database.js';

/**
 * Lets one transaction at a time, over all processes, work on a thing; it is let go at the end of the transaction.
 *
 * @param name - What is worked on, as `address:` and a hash.
 */
export async function lockName(tx: Sql, name: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
}
