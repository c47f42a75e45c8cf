import { LIMITS } from '../../limits.js';
import { Refusal } from '../../refusal.js';
import type { Context } from '../../context.js';

const DAY_MS = 86_400_000;

interface FailureRow {
  failures: number;
  next_try_at: Date;
  day_began_at: Date;
  failures_of_day: number;
}

/** @returns When the next try may come, after so many failures in a row. */
function nextTryAfter(failures: number, now: Date): Date {
  const beyond = failures - LIMITS.signIn.freeFailures;
  return beyond < 0 ? now : new Date(now.getTime() + LIMITS.signIn.firstDelay * 1000 * 2 ** beyond);
}

/**
 * Counts a try as failed before the password is compared, so that tries at once are no way round the limit.
 *
 * @param subject - The account, or a login that nobody has: both are counted alike.
 * @returns a refusal `sign_in_delayed` with the seconds to wait, when it may not be tried.
 */
export async function countSignIn(context: Context, subject: string): Promise<Refusal | undefined> {
  const { db, clock } = context;
  return db.transaction(async (tx) => {
    const now = await clock.now(tx);
    await tx.query(
      `INSERT INTO sign_in_failures (subject, failures, next_try_at, day_began_at, failures_of_day) VALUES ($1, 0, $2, $2, 0)
       ON CONFLICT DO NOTHING`,
      [subject, now],
    );
    const [row] = await tx.query<FailureRow>('SELECT * FROM sign_in_failures WHERE subject = $1 FOR UPDATE', [subject]);
    if (!row) throw new Error('sign_in_failures lost a row');
    const endOfDay = row.day_began_at.getTime() + DAY_MS;
    const isNewDay = endOfDay <= now.getTime();
    const used = isNewDay ? 0 : row.failures_of_day;
    const wait = Math.max(row.next_try_at.getTime(), used >= LIMITS.signIn.triesPerDay ? endOfDay : 0) - now.getTime();
    if (wait > 0) return new Refusal('sign_in_delayed', { retryAfter: Math.ceil(wait / 1000) });
    const failures = (isNewDay ? 0 : row.failures) + 1;
    await tx.query('UPDATE sign_in_failures SET failures = $2, next_try_at = $3, day_began_at = $4, failures_of_day = $5 WHERE subject = $1', [
      subject,
      failures,
      nextTryAfter(failures, now),
      isNewDay ? now : row.day_began_at,
      used + 1,
    ]);
    return undefined;
  });
}

/** The password was right: the failures in a row are forgotten, those of the day stay. */
export async function forgetFailures(context: Context, subject: string): Promise<void> {
  const { db, clock } = context;
  await db.query(
    'UPDATE sign_in_failures SET failures = 0, next_try_at = $2, failures_of_day = greatest(failures_of_day - 1, 0) WHERE subject = $1',
    [subject, await clock.now(db)],
  );
}
