import { emailKey, type SignUp } from '../../../../src/contract.js';
import type { Context } from '../../context.js';
import { Refusal } from '../../refusal.js';
import type { Sql } from '../../store/database.js';
import { addressDigest, lockAddress } from './address.js';
import { readAllowance } from './code-allowance.js';
import { issueCode } from './issue-code.js';
import { signUpAnswer } from './sign-up-answers.js';
import { assertPending, readSignUpRow, type SignUpRow } from './sign-up-rows.js';

/** @throws {Refusal} `too_soon` or `mail_quota_reached`, with the seconds to wait. */
async function assertMayMail(tx: Sql, address: string, now: Date): Promise<void> {
  const { resendIn, mailsLeft } = await readAllowance(tx, address, now);
  if (resendIn > 0) throw new Refusal(mailsLeft === 0 ? 'mail_quota_reached' : 'too_soon', { retryAfter: resendIn });
}

/** Locks addresses in one order, whoever asks, so that two people never wait for each other. */
async function lockAll(tx: Sql, addresses: readonly string[]): Promise<void> {
  for (const address of [...new Set(addresses)].sort()) await lockAddress(tx, address);
}

/**
 * Sends a new code, to the same address or to a corrected one; the password stays.
 *
 * @param email - Normalised; nothing to keep the address.
 */
export async function renewCode(context: Context, signUpId: string, secret: string | undefined, email?: string): Promise<SignUp> {
  const { db, keys, clock } = context;
  return db.transaction(async (tx) => {
    const before = await readSignUpRow(tx, keys, signUpId, secret);
    const address = addressDigest(keys, email ?? before.email);
    await lockAll(tx, [addressDigest(keys, before.email), address]);
    const now = await clock.now(tx);
    // Again, now that nobody else works on it.
    const row = await readSignUpRow(tx, keys, signUpId, secret);
    assertPending(row, now);
    await assertMayMail(tx, address, now);
    const corrected: SignUpRow = email === undefined ? row : { ...row, email, email_key: emailKey(email) };
    await tx.query('UPDATE sign_ups SET email = $2, email_key = $3 WHERE sign_up_id = $1', [signUpId, corrected.email, corrected.email_key]);
    await issueCode(context, tx, corrected, address, now);
    return signUpAnswer(context, tx, corrected, now);
  });
}
