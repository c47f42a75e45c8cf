import { timingSafeEqual } from 'node:crypto';
import type { Context } from '../../context.js';
import { LIMITS } from '../../limits.js';
import { Refusal } from '../../refusal.js';
import type { Sql } from '../../store/database.js';
import { addressDigest, lockAddress } from './address.js';
import { readAddressFacts } from './address-facts.js';
import { countTry, lengthenCodes, takeBackTry, triesLeftOf } from './code-tries.js';
import { createAccount } from './create-account.js';
import { recallShortCode } from './issue-code.js';
import { assertPending, codeDigest, readCodeRow, readSignUpRow, type CodeRow, type SignUpRow } from './sign-up-rows.js';

/** A try that has been counted, and may be compared. */
interface CountedTry {
  readonly row: SignUpRow;
  readonly code: CodeRow;
  readonly address: string;
  readonly tryId: string;
}

/** Counts a try and commits it, before anything is compared. @returns nothing when the code was recalled instead. */
async function beginTry(context: Context, signUpId: string, secret: string | undefined, typed: string): Promise<CountedTry | undefined> {
  const { db, keys } = context;
  return db.transaction(async (tx) => {
    const { email } = await readSignUpRow(tx, keys, signUpId, secret);
    const address = addressDigest(keys, email);
    const now = await lockAddress(context, tx, address);
    const row = await readSignUpRow(tx, keys, signUpId, secret);
    assertPending(row, now);
    const code = await readCodeRow(tx, signUpId);
    // Corrected while we waited: the code that was typed went to the former address.
    if (row.email !== email) throw new Refusal('code_expired');
    if (!code || code.expires_at <= now) throw new Refusal('code_expired');
    if (code.tries >= LIMITS.code.tries) throw new Refusal('code_tries_exhausted');
    const isShort = code.digits < LIMITS.code.lengthWhenAttacked;
    if (isShort && (await readAddressFacts(tx, address, now)).needsLongCode) {
      await recallShortCode(context, tx, row, now);
      return undefined;
    }
    // The short code that a long one has replaced.
    if (!isShort && typed.length < code.digits) throw new Refusal('code_expired');
    await tx.query('UPDATE sign_up_codes SET tries = tries + 1 WHERE sign_up_id = $1', [signUpId]);
    return { row, code, address, tryId: await countTry(tx, address, now) };
  });
}

function isRight(context: Context, { row, code }: CountedTry, typed: string): boolean {
  const digest = codeDigest(context.keys, row.sign_up_id, typed);
  return timingSafeEqual(Buffer.from(digest, 'hex'), Buffer.from(code.code_digest, 'hex')) && code.usable;
}

/** Short codes of an address that are in use, in all its sign-ups. */
async function recallAll(context: Context, tx: Sql, emailKey: string, now: Date): Promise<void> {
  const rows = await tx.query<SignUpRow>(
    `SELECT sign_ups.* FROM sign_ups JOIN sign_up_codes USING (sign_up_id)
     WHERE email_key = $1 AND state = 'pending' AND digits < $2 AND expires_at > $3`,
    [emailKey, LIMITS.code.lengthWhenAttacked, now],
  );
  for (const row of rows) await recallShortCode(context, tx, row, now);
}

/** What a wrong code leads to. @returns Tries left for the code that was tried. */
async function endWrongTry(context: Context, { row, code, address }: CountedTry): Promise<number> {
  return context.db.transaction(async (tx) => {
    const now = await lockAddress(context, tx, address);
    const current = await readCodeRow(tx, row.sign_up_id);
    const facts = await readAddressFacts(tx, address, now);
    if (facts.wrongOfDay >= LIMITS.code.wrongPerAddressPerDay) {
      await lengthenCodes(tx, address, now);
      await recallAll(context, tx, row.email_key, now);
    }
    return current?.code_digest === code.code_digest ? triesLeftOf(current, facts) : 0;
  });
}

async function endRightTry(context: Context, { row, code, address, tryId }: CountedTry): Promise<string> {
  return context.db.transaction(async (tx) => {
    const now = await lockAddress(context, tx, address);
    await takeBackTry(tx, tryId);
    const [pending] = await tx.query<SignUpRow>(`SELECT * FROM sign_ups WHERE sign_up_id = $1 FOR UPDATE`, [row.sign_up_id]);
    if (!pending) throw new Refusal('sign_up_unknown');
    assertPending(pending, now);
    // One use, and not once a newer code has replaced it.
    const used = await tx.query('DELETE FROM sign_up_codes WHERE sign_up_id = $1 AND code_digest = $2 RETURNING 1', [
      row.sign_up_id,
      code.code_digest,
    ]);
    if (used.length === 0) throw new Refusal('code_expired');
    const loginId = await createAccount(context, tx, pending, now);
    await tx.query(`UPDATE sign_ups SET state = 'confirmed', login_id = $2, password_hash = '' WHERE sign_up_id = $1`, [
      row.sign_up_id,
      loginId,
    ]);
    await tx.query(`UPDATE sign_ups SET state = 'expired', password_hash = '' WHERE email_key = $1 AND state = 'pending'`, [
      pending.email_key,
    ]);
    return loginId;
  });
}

/**
 * Confirms an address with its code, and makes the account.
 *
 * @throws {Refusal} `code_wrong` with the tries left, `code_expired`, `code_tries_exhausted`, or what the sign-up has become.
 */
export async function confirmSignUp(
  context: Context,
  signUpId: string,
  secret: string | undefined,
  typed: string,
): Promise<{ loginId: string }> {
  const counted = await beginTry(context, signUpId, secret, typed);
  if (!counted) throw new Refusal('code_expired');
  if (!isRight(context, counted, typed)) throw new Refusal('code_wrong', { triesLeft: await endWrongTry(context, counted) });
  return { loginId: await endRightTry(context, counted) };
}
