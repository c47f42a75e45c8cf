import { LIMITS } from '../../limits.js';
import type { Sql } from '../../store/database.js';

/** What an address may still be sent. */
export interface Allowance {
  /** Seconds until the next mail with a code. */
  readonly resendIn: number;
  /** Mails left for the day. */
  readonly mailsLeft: number;
}

/** All that the counts say of an address. */
export interface AddressFacts {
  /** When mails with a code went to it in the last 24 hours, the newest first. */
  readonly sentAt: readonly Date[];
  /** Wrong codes in the last 24 hours, those just being compared included. */
  readonly wrongOfDay: number;
  /** Whether its codes must be long now, because of it or of the whole service. */
  readonly needsLongCode: boolean;
}

interface FactsRow {
  sent_at: Date[];
  wrong_of_day: number;
  wrong_of_service: number;
  is_long: boolean;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** No further than the limit: an attack can leave many rows. */
const WRONG_OF_SERVICE = `(SELECT count(*) FROM (SELECT 1 FROM wrong_codes WHERE tried_at > $1 LIMIT ${LIMITS.code.wrongPerServicePerHour}) AS recent)::integer`;

/** One query for all, since every sign-up and every code asks for them. */
export async function readAddressFacts(sql: Sql, addressDigest: string, now: Date): Promise<AddressFacts> {
  const hourAgo = new Date(now.getTime() - HOUR_MS);
  const dayAgo = new Date(now.getTime() - DAY_MS);
  const [row] = await sql.query<FactsRow>(
    `SELECT
       ARRAY(SELECT sent_at FROM code_mails WHERE address_digest = $3 AND sent_at > $2 ORDER BY sent_at DESC) AS sent_at,
       (SELECT count(*) FROM wrong_codes WHERE address_digest = $3 AND tried_at > $2)::integer AS wrong_of_day,
       ${WRONG_OF_SERVICE} AS wrong_of_service,
       EXISTS (SELECT 1 FROM long_codes WHERE address_digest = $3 AND until > $4) AS is_long`,
    [hourAgo, dayAgo, addressDigest, now],
  );
  if (!row) throw new Error('address facts returned nothing');
  return {
    sentAt: row.sent_at,
    wrongOfDay: row.wrong_of_day,
    needsLongCode: row.is_long || row.wrong_of_service >= LIMITS.code.wrongPerServicePerHour,
  };
}

/** Whether guessing is going on all over the service. */
export async function isServiceAttacked(sql: Sql, now: Date): Promise<boolean> {
  const [row] = await sql.query<{ wrong: number }>(`SELECT ${WRONG_OF_SERVICE} AS wrong`, [new Date(now.getTime() - HOUR_MS)]);
  return (row?.wrong ?? 0) >= LIMITS.code.wrongPerServicePerHour;
}

/** When the next mail with a code may go to the address, and how many yet. */
export function allowanceOf({ sentAt }: Pick<AddressFacts, 'sentAt'>, now: Date): Allowance {
  const last = sentAt[0]?.getTime() ?? -Infinity;
  // The mail whose leaving the window makes room again.
  const oldest = sentAt[LIMITS.code.mailsPerDay - 1]?.getTime() ?? -Infinity;
  const next = Math.max(last + LIMITS.code.resendAfter * 1000, oldest + DAY_MS);
  return {
    resendIn: Math.max(0, Math.ceil((next - now.getTime()) / 1000)),
    mailsLeft: Math.max(0, LIMITS.code.mailsPerDay - sentAt.length),
  };
}
