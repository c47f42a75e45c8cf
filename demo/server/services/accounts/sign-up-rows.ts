import type { Civility } from '../../../../src/contract.js';
import { LIMITS } from '../../limits.js';
import { Refusal } from '../../refusal.js';
import type { Keys } from '../../store/keys.js';
import type { Sql } from '../../store/database.js';

export interface SignUpRow {
  readonly sign_up_id: string;
  readonly state: 'pending' | 'confirmed' | 'expired';
  readonly civility: Civility;
  readonly first_name: string;
  readonly last_name: string;
  readonly email: string;
  readonly email_key: string;
  readonly sector: string;
  readonly locale: string;
  readonly password_hash: string;
  readonly offers_accepted: boolean;
  readonly offers_wording: string;
  readonly terms_version: string;
  readonly privacy_version: string;
  readonly created_at: Date;
  readonly login_id: string | null;
}

export interface CodeRow {
  readonly code_digest: string;
  readonly digits: number;
  readonly tries: number;
  readonly usable: boolean;
  readonly template: 'sign_up_code' | 'codes_lengthened';
  readonly expires_at: Date;
}

export function secretDigest(keys: Keys, secret: string): string {
  return keys.digest('sign-up-secret', secret);
}

/** Tied to its sign-up: the same digits of another one have another digest. */
export function codeDigest(keys: Keys, signUpId: string, code: string): string {
  return keys.digest('sign-up-code', `${signUpId}\0${code}`);
}

/** When an unconfirmed sign-up is over. */
export function endOfSignUp(createdAt: Date): Date {
  return new Date(createdAt.getTime() + LIMITS.signUp.lifetimeDays * 86_400_000);
}

/** The state as it is now, whether or not a sweep has passed since. */
export function stateOf(row: Pick<SignUpRow, 'state' | 'created_at'>, now: Date): SignUpRow['state'] {
  return row.state === 'pending' && endOfSignUp(row.created_at) <= now ? 'expired' : row.state;
}

/** @throws {Refusal} `sign_up_unknown`, the same for a wrong secret as for a sign-up that never was. */
export async function readSignUpRow(sql: Sql, keys: Keys, signUpId: string, secret: string | undefined): Promise<SignUpRow> {
  const [row] = await sql.query<SignUpRow>(
    `SELECT sign_ups.* FROM sign_ups JOIN sign_up_secrets USING (sign_up_id) WHERE sign_up_id = $1 AND secret_digest = $2`,
    [signUpId, secretDigest(keys, secret ?? '')],
  );
  if (!row) throw new Refusal('sign_up_unknown');
  return row;
}

/** @throws {Refusal} `sign_up_confirmed` or `sign_up_expired`. */
export function assertPending(row: SignUpRow, now: Date): void {
  const state = stateOf(row, now);
  if (state === 'confirmed') throw new Refusal('sign_up_confirmed');
  if (state === 'expired') throw new Refusal('sign_up_expired');
}

export async function readCodeRow(sql: Sql, signUpId: string): Promise<CodeRow | undefined> {
  const [row] = await sql.query<CodeRow>('SELECT * FROM sign_up_codes WHERE sign_up_id = $1', [signUpId]);
  return row;
}
