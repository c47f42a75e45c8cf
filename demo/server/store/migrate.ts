import type { Database } from './database.js';
import { migrations as all } from './migrations/index.js';
import type { Migration } from './migrations/migration.js';

/** Any number that no other advisory lock of the database uses. */
const LOCK = 7_420_350;

const TABLE = `CREATE TABLE IF NOT EXISTS schema_migrations (id text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())`;

/**
 * Brings the schema up to date, one transaction a step. Several processes may call it at once: one works, the others wait.
 *
 * @returns What was applied now.
 */
export async function migrate(db: Database, migrations: readonly Migration[] = all): Promise<string[]> {
  const applied: string[] = [];
  for (const { id, sql } of migrations) {
    await db.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
      await tx.exec(TABLE);
      const known = await tx.query('SELECT 1 FROM schema_migrations WHERE id = $1', [id]);
      if (known.length > 0) return;
      await tx.exec(sql);
      await tx.query('INSERT INTO schema_migrations (id) VALUES ($1)', [id]);
      applied.push(id);
    });
  }
  return applied;
}

/** Whether every step is in the database. */
export async function isMigrated(db: Database, migrations: readonly Migration[] = all): Promise<boolean> {
  const rows = await db.query<{ id: string }>('SELECT id FROM schema_migrations');
  const known = new Set(rows.map((row) => row.id));
  return migrations.every(({ id }) => known.has(id));
}
