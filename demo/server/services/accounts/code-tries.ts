import { randomUUID } from 'node:crypto';
import { LIMITS } from '../../limits.js';
import type { Sql } from '../../store/database.js';
import type { AddressFacts } from './address-facts.js';
import type { CodeRow } from './sign-up-rows.js';

const DAY_MS = 86_400_000;

/** From now on, codes of an address are long. */
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

/** Tries that a code bears yet; short ones also share what an address has for the day, so a new code buys none. */
export function triesLeftOf(code: Pick<CodeRow, 'tries' | 'digits'>, { wrongOfDay }: Pick<AddressFacts, 'wrongOfDay'>): number {
  const ofCode = LIMITS.code.tries - code.tries;
  const ofDay = code.digits > LIMITS.code.length ? ofCode : LIMITS.code.wrongPerAddressPerDay - wrongOfDay;
  return Math.max(0, Math.min(ofCode, ofDay));
}
