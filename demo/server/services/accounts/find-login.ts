import { emailKey, looksLikeLoginId, normalizeLoginId } from '../../../../src/contract.js';
import type { Context } from '../../context.js';
import type { AccountRow } from './sessions.js';
import { endOfSignUp, type SignUpRow } from './sign-up-rows.js';

/** Who may be meant by a login. */
export interface Found {
  readonly account: (AccountRow & { readonly password_hash: string }) | undefined;
  /** The newest sign-up of an address that waits for its code: one only, or the time would tell how many there are. */
  readonly pending: SignUpRow | undefined;
  readonly now: Date;
}

/** Asks the same of the database whoever is meant: the time tells nothing. */
export async function findLogin({ db, clock }: Context, login: string): Promise<Found> {
  const isLoginId = looksLikeLoginId(login);
  const key = isLoginId ? normalizeLoginId(login) : emailKey(login);
  const [account] = await db.query<NonNullable<Found['account']>>(
    `SELECT account_id, login_id, civility, first_name, last_name, email, password_hash FROM accounts
     WHERE ${isLoginId ? 'login_id' : 'email_key'} = $1`,
    [key],
  );
  const [pending] = await db.query<SignUpRow>(
    `SELECT * FROM sign_ups WHERE email_key = $1 AND state = 'pending' ORDER BY created_at DESC, sign_up_id LIMIT 1`,
    [key],
  );
  const now = await clock.now(db);
  return { account, pending: pending && endOfSignUp(pending.created_at) > now ? pending : undefined, now };
}
