import type { Sql } from '../../store/database.js';

/**
 * Waits until nobody else changes who administers this structure or what is asked for there.
 *
 * Taken before a person's lock, never after. `NO KEY`: a new membership that merely points to the row need not wait.
 */
export async function lockStructure(tx: Sql, siret: string): Promise<void> {
  await tx.query('SELECT 1 FROM structures WHERE siret = $1 FOR NO KEY UPDATE', [siret]);
}

/** Waits until nobody else counts what this person does. */
export async function lockPerson(tx: Sql, accountId: string): Promise<void> {
  await tx.query('SELECT 1 FROM accounts WHERE account_id = $1 FOR NO KEY UPDATE', [accountId]);
}
