import { emailKey, type SignUp } from '../../../../src/contract.js';
import type { Context } from '../../context.js';
import type { Keep } from '../../http/kept-answers.js';
import { Refusal } from '../../refusal.js';
import type { Sql } from '../../store/database.js';
import { addressDigest, lockAddress } from './address.js';
import { allowanceOf, readAddressFacts, type AddressFacts } from './address-facts.js';
import { issueCode } from './issue-code.js';
import { signUpAnswer } from './sign-up-answers.js';
import { assertPending, readSignUpRow, type SignUpRow } from './sign-up-rows.js';

/** @throws {Refusal} `too_soon` or `mail_quota_reached`, with the seconds to wait. */
function assertMayMail(facts: AddressFacts, now: Date): void {
  const { resendIn, mailsLeft } = allowanceOf(facts, now);
  if (resendIn > 0) throw new Refusal(mailsLeft === 0 ? 'mail_quota_reached' : 'too_soon', { retryAfter: resendIn });
}

/** Locks addresses in one order, whoever asks, so that two people never wait for each other. */
async function lockAll(context: Context, tx: Sql, addresses: readonly string[]): Promise<Date> {
  let now = new Date(0);
  for (const address of [...new Set(addresses)].sort()) now = await lockAddress(context, tx, address);
  return now;
}

/**
 * Sends a new code, to the same address or to a corrected one; the password stays.
 *
 * @param asked.email - Normalised; nothing to keep the address.
 */
export async function renewCode(
  context: Context,
  { signUpId, secret, email }: { signUpId: string; secret: string | undefined; email?: string },
  keep: Keep<SignUp>,
): Promise<SignUp> {
  const { db, keys } = context;
  return db.transaction(async (tx) => {
    const before = await readSignUpRow(tx, keys, signUpId, secret);
    const address = addressDigest(keys, email ?? before.email);
    const now = await lockAll(context, tx, [addressDigest(keys, before.email), address]);
    // Again, now that nobody else works on it.
    const current = await readSignUpRow(tx, keys, signUpId, secret);
    assertPending(current, now);
    const facts = await readAddressFacts(tx, address, now);
    assertMayMail(facts, now);
    const row: SignUpRow = email === undefined ? current : { ...current, email, email_key: emailKey(email) };
    await tx.query('UPDATE sign_ups SET email = $2, email_key = $3 WHERE sign_up_id = $1', [signUpId, row.email, row.email_key]);
    const answer = signUpAnswer(context, await issueCode(context, tx, { row, address, facts }, now), now);
    await keep(tx, answer);
    return answer;
  });
}
