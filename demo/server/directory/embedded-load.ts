import type { Database, Sql } from '../store/database.js';
import { demonstrationClients, insertClients } from './clients.js';
import { embeddedVersion, readEmbedded } from './embedded-data.js';
import { embeddedRows } from './embedded-rows.js';
import { fillWords, insertRows } from './rows.js';
import { buildIndexes, dropIndexes, EMBEDDED } from './schema.js';

const BATCH = 4000;

/** Any number that no other advisory lock of the database uses. */
const LOCK = 7_420_351;

async function isLoaded(sql: Sql, version: string): Promise<boolean> {
  const rows = await sql.query(`SELECT 1 FROM directory_loads WHERE source = 'embedded' AND version = $1`, [version]);
  return rows.length > 0;
}

async function load(sql: Sql, version: string, now: Date): Promise<void> {
  const rows = embeddedRows(readEmbedded());
  for (const statement of dropIndexes(EMBEDDED)) await sql.exec(statement);
  await sql.query(`DELETE FROM ${EMBEDDED.structures}`);
  for (let start = 0; start < rows.length; start += BATCH) {
    await insertRows(sql, EMBEDDED, rows.slice(start, start + BATCH));
  }
  await fillWords(sql, EMBEDDED, 1);
  for (const statement of buildIndexes(EMBEDDED)) await sql.exec(statement);
  await insertClients(sql, demonstrationClients(rows));
  await sql.query(
    `INSERT INTO directory_loads (source, version, loaded_at) VALUES ('embedded', $1, $2)
     ON CONFLICT (source) DO UPDATE SET version = excluded.version, loaded_at = excluded.loaded_at`,
    [version, now],
  );
}

/**
 * Loads the embedded directory unless this very version is there. Several
 * processes may call it at once: one loads, the others wait.
 */
export async function loadEmbedded(db: Database, now: () => Date = () => new Date()): Promise<void> {
  const version = embeddedVersion();
  if (await isLoaded(db, version)) return;
  await db.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    if (!(await isLoaded(tx, version))) await load(tx, version, now());
  });
  await db.exec(`ANALYZE ${EMBEDDED.structures}; ANALYZE ${EMBEDDED.words};`);
}
