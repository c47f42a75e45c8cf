import { randomUUID } from 'node:crypto';
import { LIMITS } from '../../limits.js';
import type { Sql } from '../../store/database.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Wrong codes of an address in the last 24 hours, those just being compared included. */
export async function wrongOfDay(sql: Sql, addressDigest: string, now: Date): Promise<number> {
  const [row] = await sql.query<{ count: number }>(
    'SELECT count(*)::integer AS count FROM wrong_codes WHERE address_digest = $1 AND tried_at > $2',
    [addressDigest, new Date(now.getTime() - DAY_MS)],
  );
  return row?.count ?? 0;
}

/** Whether guessing is going on all over the service. */
export async function isServiceAttacked(sql: Sql, now: Date): Promise<boolean> {
  const [row] = await sql.query<{ count: number }>(
    // No further than the limit: an attack can leave many rows.
    'SELECT count(*)::integer AS count FROM (SELECT 1 FROM wrong_codes WHERE tried_at > $1 LIMIT $2) AS recent',
    [new Date(now.getTime() - HOUR_MS), LIMITS.code.wrongPerServicePerHour],
  );
  return (row?.count ?? 0) >= LIMITS.code.wrongPerServicePerHour;
}

/** Whether codes of an address must be long now. */
export async function needsLongCode(sql: Sql, addressDigest: string, now: Date): Promise<boolean> {
  const rows = await sql.query('SELECT 1 FROM long_codes WHERE address_digest = $1 AND until > $2', [addressDigest, now]);
  return rows.length > 0 || (await isServiceAttacked(sql, now));
}

export async function lengthenCodes(tx: Sql, addressDigest: string, now: Date): Promise<void> {
  await tx.query(
    `INSERT INTO long_codes (address_digest, until) VALUES ($1, $2)
     ON CONFLICT (address_digest) DO UPDATE SET until = excluded.until`,
    [addressDigest, new Date(now.getTime() + LIMITS.code.longCodeDays * DAY_MS)],
  );
}

/**
 * Counts a try as wrong before it is compared, so that no number of tries at once goes uncounted.
 *
 * @returns What {@link takeBackTry} needs when it was right.
 */
export async function countTry(tx: Sql, addressDigest: string, now: Date): Promise<string> {
  const tryId = randomUUID();
  await tx.query('INSERT INTO wrong_codes (wrong_code_id, address_digest, tried_at) VALUES ($1, $2, $3)', [tryId, addressDigest, now]);
  return tryId;
}

export async function takeBackTry(tx: Sql, tryId: string): Promise<void> {
  await tx.query('DELETE FROM wrong_codes WHERE wrong_code_id = $1', [tryId]);
}
