import { LIMITS } from '../../limits.js';
import type { Sql } from '../../store/database.js';

/** What an address may still be sent. */
export interface Allowance {
  /** Seconds until the next mail with a code. */
  readonly resendIn: number;
  /** Mails left for the day. */
  readonly mailsLeft: number;
}

const DAY_MS = 86_400_000;

/** Mails with a code that went to an address in the last 24 hours decide when the next may. */
export async function readAllowance(sql: Sql, addressDigest: string, now: Date): Promise<Allowance> {
  const rows = await sql.query<{ sent_at: Date }>(
    'SELECT sent_at FROM code_mails WHERE address_digest = $1 AND sent_at > $2 ORDER BY sent_at DESC',
    [addressDigest, new Date(now.getTime() - DAY_MS)],
  );
  const mailsLeft = Math.max(0, LIMITS.code.mailsPerDay - rows.length);
  const last = rows[0]?.sent_at.getTime() ?? -Infinity;
  // The mail whose leaving the window makes room again.
  const oldest = rows[LIMITS.code.mailsPerDay - 1]?.sent_at.getTime() ?? -Infinity;
  const next = Math.max(last + LIMITS.code.resendAfter * 1000, oldest + DAY_MS);
  return { resendIn: Math.max(0, Math.ceil((next - now.getTime()) / 1000)), mailsLeft };
}

export async function countCodeMail(tx: Sql, addressDigest: string, now: Date): Promise<void> {
  await tx.query('INSERT INTO code_mails (address_digest, sent_at) VALUES ($1, $2)', [addressDigest, now]);
}
