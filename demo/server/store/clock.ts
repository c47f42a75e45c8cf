import type { Sql } from './database.js';

/** The application's time: the machine's, moved by what the database says, so that all processes agree. */
export interface Clock {
  /** @param sql - The transaction under way, when there is one; on PGlite another connection would wait for ever. */
  now(sql: Sql): Promise<Date>;
  set(sql: Sql, now: Date): Promise<void>;
  advance(sql: Sql, seconds: number): Promise<void>;
}

interface OffsetRow {
  offset_seconds: number;
}

async function offsetOf(sql: Sql): Promise<number> {
  const [row] = await sql.query<OffsetRow>('SELECT offset_seconds::float8 AS offset_seconds FROM app_clock');
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
  return {
    now: async (sql) => new Date(machine() + (await offsetOf(sql)) * 1000),
    set: (sql, now) => setOffset(sql, (now.getTime() - machine()) / 1000),
    advance: async (sql, seconds) => setOffset(sql, (await offsetOf(sql)) + seconds),
  };
}
