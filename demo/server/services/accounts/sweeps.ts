import type { Context } from '../../context.js';
import { LIMITS } from '../../limits.js';
import { addressDigest, lockAddress } from './address.js';
import { isServiceAttacked } from './address-facts.js';
import { recallShortCode } from './issue-code.js';
import { readCodeRow, type SignUpRow } from './sign-up-rows.js';

const DAY_MS = 86_400_000;

function before(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MS);
}

/** Unconfirmed sign-ups lose all that is personal after their days; what is left answers "expired" for as long again. */
export async function sweepSignUps({ db }: Context, now: Date): Promise<void> {
  const { lifetimeDays } = LIMITS.signUp;
  await db.query(
    `UPDATE sign_ups SET state = 'expired', password_hash = '', first_name = '', last_name = '', email = '', email_key = ''
     WHERE state <> 'confirmed' AND email_key <> '' AND created_at <= $1`,
    [before(now, lifetimeDays)],
  );
  await db.query('DELETE FROM sign_ups WHERE created_at <= $1', [before(now, 2 * lifetimeDays)]);
}

/** Forgets counts that count no more, and sessions that are over. */
export async function sweepCounts({ db }: Context, now: Date): Promise<void> {
  const yesterday = before(now, 1);
  await db.query('DELETE FROM code_mails WHERE sent_at <= $1', [yesterday]);
  await db.query('DELETE FROM wrong_codes WHERE tried_at <= $1', [yesterday]);
  await db.query('DELETE FROM long_codes WHERE until <= $1', [now]);
  await db.query('DELETE FROM sign_in_failures WHERE day_began_at <= $1 AND next_try_at <= $2', [yesterday, now]);
  const idle = new Date(now.getTime() - LIMITS.session.idle * 1000);
  const old = new Date(now.getTime() - LIMITS.session.absolute * 1000);
  await db.query('DELETE FROM sessions WHERE last_seen_at <= $1 OR created_at <= $2', [idle, old]);
}

/** While guessing goes on all over the service, short codes in use are replaced before anyone has to ask. */
export async function recallShortCodes(context: Context, now: Date): Promise<void> {
  const { db, keys } = context;
  if (!(await isServiceAttacked(db, now))) return;
  const rows = await db.query<SignUpRow>(
    `SELECT sign_ups.* FROM sign_ups JOIN sign_up_codes USING (sign_up_id) WHERE state = 'pending' AND digits < $1 AND expires_at > $2`,
    [LIMITS.code.lengthWhenAttacked, now],
  );
  for (const row of rows) {
    await db.transaction(async (tx) => {
      await lockAddress(context, tx, addressDigest(keys, row.email));
      const code = await readCodeRow(tx, row.sign_up_id);
      const stillShort = code !== undefined && code.digits < LIMITS.code.lengthWhenAttacked && code.expires_at > now;
      if (stillShort) await recallShortCode(context, tx, row, now);
    });
  }
}
