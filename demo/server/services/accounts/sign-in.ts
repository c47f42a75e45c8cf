import { emailKey, looksLikeLoginId, normalizeLoginId, normalizePassword, type BodyOf, type operations, type Session } from '../../../../src/contract.js';
import type { Context } from '../../context.js';
import { Refusal } from '../../refusal.js';
import type { Sql } from '../../store/database.js';
import { addSecret } from './create-sign-up.js';
import { hashPassword, isOutdated, passwordFits } from './passwords.js';
import { endSession, openSession, sessionAnswer } from './sessions.js';
import { countSignIn, forgetFailures } from './sign-in-failures.js';
import { signUpAnswer } from './sign-up-answers.js';
import { endOfSignUp, type SignUpRow } from './sign-up-rows.js';

type Asked = BodyOf<(typeof operations)['signIn']>;

interface Known {
  account_id: string;
  password_hash: string;
}

async function findAccount(sql: Sql, login: string): Promise<Known | undefined> {
  const [row] = looksLikeLoginId(login)
    ? await sql.query<Known>('SELECT account_id, password_hash FROM accounts WHERE login_id = $1', [normalizeLoginId(login)])
    : await sql.query<Known>('SELECT account_id, password_hash FROM accounts WHERE email_key = $1', [emailKey(login)]);
  return row;
}

/** The last sign-up of an address that waits for its code: only one can be compared, or the time would tell how many there are. */
async function findPending(sql: Sql, login: string, now: Date): Promise<SignUpRow | undefined> {
  const [row] = await sql.query<SignUpRow>(
    `SELECT * FROM sign_ups WHERE email_key = $1 AND state = 'pending' ORDER BY created_at DESC, sign_up_id LIMIT 1`,
    [emailKey(login)],
  );
  return row && endOfSignUp(row.created_at) > now ? row : undefined;
}

async function notConfirmed(context: Context, row: SignUpRow): Promise<Refusal> {
  return context.db.transaction(async (tx) => {
    const secret = await addSecret(context, tx, row.sign_up_id);
    const now = await context.clock.now(tx);
    return new Refusal('not_confirmed', { signUp: await signUpAnswer(context, tx, row, now, secret) });
  });
}

async function rehashIfOutdated({ db }: Context, known: Known, password: string): Promise<void> {
  if (!isOutdated(known.password_hash)) return;
  const better = await hashPassword(password);
  // Unless it was changed meanwhile.
  await db.query('UPDATE accounts SET password_hash = $3 WHERE account_id = $1 AND password_hash = $2', [
    known.account_id,
    known.password_hash,
    better,
  ]);
}

/**
 * Opens a session. Exactly one password is compared whatever the login is, so the time tells nothing.
 *
 * @param before - The session that this browser already has; it ends.
 * @returns The session with its token.
 * @throws {Refusal} `credentials_wrong`, `sign_in_delayed`, or `not_confirmed` with the sign-up, for the right password only.
 */
export async function signIn(context: Context, asked: Asked, before: string | undefined): Promise<Session> {
  const { db, keys, clock } = context;
  const password = normalizePassword(asked.password);
  const account = await findAccount(db, asked.login);
  const pending = await findPending(db, asked.login, await clock.now(db));
  const subject = account ? `account:${account.account_id}` : `login:${keys.digest('login', emailKey(asked.login))}`;

  const delayed = await countSignIn(context, subject);
  const stored = account?.password_hash ?? pending?.password_hash;
  const fits = await passwordFits(delayed ? undefined : stored, password);
  if (delayed) throw delayed;
  if (!fits) throw new Refusal('credentials_wrong');
  await forgetFailures(context, subject);
  if (!account) {
    if (!pending) throw new Refusal('credentials_wrong');
    throw await notConfirmed(context, pending);
  }

  await rehashIfOutdated(context, account, password);
  return db.transaction(async (tx) => {
    if (before !== undefined) await endSession(tx, before);
    const { sessionId, token } = await openSession(context, tx, account.account_id, asked.transport, await clock.now(tx));
    const answer = await sessionAnswer(context, tx, sessionId);
    if (!answer) throw new Error('session_missing');
    return { ...answer, token };
  });
}
