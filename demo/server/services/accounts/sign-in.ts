import { emailKey, looksLikeLoginId, normalizeLoginId, normalizePassword, type BodyOf, type operations, type Session } from '../../../../src/contract.js';
import type { Context } from '../../context.js';
import { Refusal } from '../../refusal.js';
import { addSecret } from './create-sign-up.js';
import { findLogin, type Found } from './find-login.js';
import { hashPassword, isOutdated, passwordFits } from './passwords.js';
import { endSession, openSession, sessionOf } from './sessions.js';
import { countSignIn, forgetFailures, takeBackSignIn } from './sign-in-failures.js';
import { readSignUpParts, signUpAnswer } from './sign-up-answers.js';
import type { SignUpRow } from './sign-up-rows.js';

type Asked = BodyOf<(typeof operations)['signIn']>;

/** Whom failures are counted against. An account has two logins, which share one count. */
function subjectOf({ keys }: Context, { account }: Found, login: string): string {
  if (account) return `account:${account.account_id}`;
  const key = looksLikeLoginId(login) ? normalizeLoginId(login) : emailKey(login);
  return `login:${keys.digest('login', key)}`;
}

async function notConfirmed(context: Context, row: SignUpRow, now: Date): Promise<Refusal> {
  return context.db.transaction(async (tx) => {
    const secret = await addSecret(context, tx, row.sign_up_id);
    return new Refusal('not_confirmed', { signUp: signUpAnswer(context, await readSignUpParts(context, tx, row, now), now, secret) });
  });
}

/** Stores a password anew when the figures have risen; not when it was changed meanwhile. */
async function rehashIfOutdated({ db }: Context, account: NonNullable<Found['account']>, password: string): Promise<void> {
  if (!isOutdated(account.password_hash)) return;
  const better = await hashPassword(password);
  await db.query('UPDATE accounts SET password_hash = $3 WHERE account_id = $1 AND password_hash = $2', [
    account.account_id,
    account.password_hash,
    better,
  ]);
}

/**
 * Compares a password with the account's and with the waiting sign-up's: an address always costs two comparisons, an
 * identifier one, so neither the time nor the answer to one's own sign-up tells whether an address has an account.
 */
async function compare(login: string, { account, pending }: Pick<Found, 'account' | 'pending'>, password: string) {
  if (looksLikeLoginId(login)) return { isOwner: await passwordFits(account?.password_hash, password), isApplicant: false };
  const [isOwner, isApplicant] = await Promise.all([
    passwordFits(account?.password_hash, password),
    passwordFits(pending?.password_hash, password),
  ]);
  return { isOwner, isApplicant };
}

/**
 * Opens a session.
 *
 * @param before - The session that this browser already has; it ends.
 * @returns The session with its token.
 * @throws {Refusal} `credentials_wrong`, `sign_in_delayed`, or `not_confirmed` with the sign-up, for the right password only.
 */
export async function signIn(context: Context, asked: Asked, before: string | undefined): Promise<Session> {
  const { db } = context;
  const password = normalizePassword(asked.password);
  const found = await findLogin(context, asked.login);
  const { account, pending, now } = found;
  const subject = subjectOf(context, found, asked.login);

  const delayed = await countSignIn(db, subject, now);
  const { isOwner, isApplicant } = await compare(asked.login, delayed ? { account: undefined, pending: undefined } : found, password);
  if (delayed) throw delayed;
  if (!account || !isOwner) {
    if (!pending || !isApplicant) throw new Refusal('credentials_wrong');
    // Only this try: someone who signs up with another's address must not wipe out the failures on their account.
    await takeBackSignIn(db, subject, now);
    throw await notConfirmed(context, pending, now);
  }
  await rehashIfOutdated(context, account, password);
  return db.transaction(async (tx) => {
    await forgetFailures(tx, subject, now);
    if (before !== undefined) await endSession(tx, before);
    const { token } = await openSession(context, tx, account.account_id, asked.transport, now);
    return { ...sessionOf(account, now, now), token };
  });
}
