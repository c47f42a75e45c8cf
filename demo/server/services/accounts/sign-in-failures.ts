import { LIMITS } from '../../limits.js';
import { Refusal } from '../../refusal.js';
import type { Sql } from '../../store/database.js';

const DAY_MS = 86_400_000;
const { freeFailures, firstDelay, triesPerDay } = LIMITS.signIn;

/** Failures in a row, with this one; those before today don't count. */
const FAILURES = 'CASE WHEN kept.day_began_at <= $3 THEN 1 ELSE kept.failures + 1 END';

/**
 * Counts a try as failed before the password is compared, so that tries at once are no way round the limit.
 *
 * @param subject - The account, or a login that nobody has: both are counted alike.
 * @returns a refusal `sign_in_delayed` with the seconds to wait, when it may not be tried.
 */
export async function countSignIn(sql: Sql, subject: string, now: Date): Promise<Refusal | undefined> {
  const counted = await sql.query(
    `INSERT INTO sign_in_failures AS kept (subject, failures, next_try_at, day_began_at, failures_of_day) VALUES ($1, 1, $2, $2, 1)
     ON CONFLICT (subject) DO UPDATE SET
       failures = ${FAILURES},
       next_try_at = CASE WHEN ${FAILURES} < ${freeFailures} THEN $2
         ELSE $2::timestamptz + interval '1 second' * ${firstDelay} * 2 ^ (${FAILURES} - ${freeFailures}) END,
       day_began_at = CASE WHEN kept.day_began_at <= $3 THEN $2 ELSE kept.day_began_at END,
       failures_of_day = CASE WHEN kept.day_began_at <= $3 THEN 1 ELSE kept.failures_of_day + 1 END
     WHERE kept.next_try_at <= $2 AND (kept.failures_of_day < ${triesPerDay} OR kept.day_began_at <= $3)
     RETURNING 1`,
    [subject, now, new Date(now.getTime() - DAY_MS)],
  );
  return counted.length > 0 ? undefined : delayOf(sql, subject, now);
}

async function delayOf(sql: Sql, subject: string, now: Date): Promise<Refusal> {
  const [row] = await sql.query<{ until: Date }>(
    `SELECT greatest(next_try_at, CASE WHEN failures_of_day >= ${triesPerDay} THEN day_began_at + interval '1 day' END) AS until
     FROM sign_in_failures WHERE subject = $1`,
    [subject],
  );
  return new Refusal('sign_in_delayed', { retryAfter: Math.max(1, Math.ceil(((row?.until ?? now).getTime() - now.getTime()) / 1000)) });
}

/** The password was right: the failures in a row are forgotten, those of the day stay. */
export async function forgetFailures(sql: Sql, subject: string, now: Date): Promise<void> {
  await sql.query(
    'UPDATE sign_in_failures SET failures = 0, next_try_at = $2, failures_of_day = greatest(failures_of_day - 1, 0) WHERE subject = $1',
    [subject, now],
  );
}

/** The password was right, for something that is no account yet: this try is not held against anybody. */
export async function takeBackSignIn(sql: Sql, subject: string, now: Date): Promise<void> {
  await sql.query(
    `UPDATE sign_in_failures SET failures = greatest(failures - 1, 0), next_try_at = $2,
       failures_of_day = greatest(failures_of_day - 1, 0) WHERE subject = $1`,
    [subject, now],
  );
}
