import type { Sql } from './database.js';

/** The application's time: the machine's, moved by what the database says, so that all processes agree. */
export interface Clock {
  /** @param sql - The transaction under way, when there is one; on PGlite another connection would wait for ever. */
  now(sql: Sql): Promise<Date>;
  /** The time for an offset that came with another query, by {@link OFFSET_SQL}. */
  at(offsetSeconds: number): Date;
  set(sql: Sql, now: Date): Promise<void>;
  advance(sql: Sql, seconds: number): Promise<void>;
}

interface OffsetRow {
  offset_seconds: number;
}

/** The offset as a part of another query, to save one. */
export const OFFSET_SQL = 'coalesce((SELECT offset_seconds FROM app_clock), 0)::float8';

async function offsetOf(sql: Sql): Promise<number> {
  const [row] = await sql.query<OffsetRow>(`SELECT ${OFFSET_SQL} AS offset_seconds`);
  return row?.offset_seconds ?? 0;
}

async function setOffset(sql: Sql, seconds: number): Promise<void> {
  await sql.query(
    `INSERT INTO app_clock (id, offset_seconds) VALUES (1, $1)
     ON CONFLICT (id) DO UPDATE SET offset_seconds = excluded.offset_seconds`,
    [seconds],
  );
}

/** @param machine - The machine's clock, in milliseconds; a test may pass its own. */
export function openClock(machine: () => number = Date.now): Clock {
  const at = (offsetSeconds: number) => new Date(machine() + offsetSeconds * 1000);
  return {
    now: async (sql) => at(await offsetOf(sql)),
    at,
    set: (sql, now) => setOffset(sql, (now.getTime() - machine()) / 1000),
    advance: async (sql, seconds) => setOffset(sql, (await offsetOf(sql)) + seconds),
  };
}
