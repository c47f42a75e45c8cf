import { LIMITS } from '../../limits.js';
import type { Sql } from '../../store/database.js';
import { daysAfter, secondsAfter, secondsUntil } from '../structures/time.js';
import type { ClaimRow, LetterRow } from './claim-rows.js';

const WINDOW_DAYS = 30;

async function waitFor(sql: Sql, column: 'account_id' | 'siret', value: string, most: number, now: Date): Promise<number> {
  const last = await sql.query<{ requested_at: Date }>(
    `SELECT requested_at FROM letters WHERE ${column} = $1 AND requested_at > $2 ORDER BY requested_at DESC LIMIT ${most}`,
    [value, daysAfter(now, -WINDOW_DAYS)],
  );
  const oldest = last[most - 1];
  return oldest ? secondsUntil(daysAfter(oldest.requested_at, WINDOW_DAYS), now) : 0;
}

/** Seconds until this person may cause a letter to this structure again, by the quotas of both; 0 when they may now. */
export async function quotaWait(sql: Sql, accountId: string, siret: string, now: Date): Promise<number> {
  const person = await waitFor(sql, 'account_id', accountId, LIMITS.letter.perPersonPer30Days, now);
  const structure = await waitFor(sql, 'siret', siret, LIMITS.letter.perStructurePer30Days, now);
  return Math.max(person, structure);
}

/** What stands between an open claim and another letter. */
export interface ResendWait {
  /** Seconds until another may be asked for; `null` when no more may. */
  readonly resendIn: number | null;
  /** Seconds left of the pause between two letters of one claim. */
  readonly pause: number;
  /** Seconds left by the quotas of person and structure. */
  readonly quota: number;
}

/** @param last - The claim's last letter; its number says how many there were. */
export async function resendWait(sql: Sql, claim: ClaimRow, last: LetterRow, now: Date): Promise<ResendWait> {
  const pause = secondsUntil(secondsAfter(last.sent_at ?? last.requested_at, LIMITS.letter.resendAfter), now);
  const quota = await quotaWait(sql, claim.account_id, claim.siret, now);
  const wait = Math.max(pause, quota);
  const none = claim.state !== 'open' || last.number >= LIMITS.letter.perClaim || secondsAfter(now, wait) >= claim.ends_at;
  return { resendIn: none ? null : wait, pause, quota };
}
