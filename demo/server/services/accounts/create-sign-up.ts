import { randomBytes, randomUUID } from 'node:crypto';
import { emailKey, type AnswerOf, type BodyOf, type operations } from '../../../../src/contract.js';
import type { Context } from '../../context.js';
import type { Keep } from '../../http/kept-answers.js';
import { Refusal } from '../../refusal.js';
import type { Sql } from '../../store/database.js';
import { addressDigest, lockAddress } from './address.js';
import { issueFirstCode } from './issue-code.js';
import { passwordWeakness } from './password-rules.js';
import { hashPassword } from './passwords.js';
import { signUpAnswer } from './sign-up-answers.js';
import { secretDigest, type SignUpRow } from './sign-up-rows.js';

type Asked = BodyOf<(typeof operations)['createSignUp']>;
type Answer = AnswerOf<(typeof operations)['createSignUp']>;

const SECRET_BYTES = 32;

function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

/** Ties one more client to a sign-up, which was taken up again by signing in. */
export async function addSecret(context: Context, tx: Sql, signUpId: string): Promise<string> {
  const secret = newSecret();
  await tx.query('INSERT INTO sign_up_secrets (secret_digest, sign_up_id) VALUES ($1, $2)', [secretDigest(context.keys, secret), signUpId]);
  return secret;
}

async function insertSignUp(tx: Sql, asked: Asked, stored: { passwordHash: string; secretDigest: string }, now: Date): Promise<SignUpRow> {
  const [row] = await tx.query<SignUpRow>(
    `WITH made AS (
       INSERT INTO sign_ups (sign_up_id, state, civility, first_name, last_name, email, email_key, sector, locale, password_hash,
         offers_accepted, offers_wording, terms_version, privacy_version, created_at)
       VALUES ($1, 'pending', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) RETURNING *
     ), held AS (
       INSERT INTO sign_up_secrets (secret_digest, sign_up_id) SELECT $15, sign_up_id FROM made
     )
     SELECT * FROM made`,
    [
      randomUUID(), asked.civility, asked.firstName, asked.lastName, asked.email, emailKey(asked.email), asked.sector, asked.locale,
      stored.passwordHash, asked.offers.accepted, asked.offers.wording, asked.terms.termsVersion, asked.terms.privacyVersion, now,
      stored.secretDigest,
    ],
  );
  if (!row) throw new Error('sign_ups returned nothing');
  return row;
}

/**
 * Takes a sign-up in. Whether or not the address has an account: one hash, the same rows, one mail, the same answer.
 *
 * @throws {Refusal} `fields_invalid` for a password that is personal or common.
 */
export async function createSignUp(context: Context, asked: Asked, keep: Keep<Answer>): Promise<Answer> {
  const weakness = passwordWeakness(asked.password, asked);
  if (weakness) throw new Refusal('fields_invalid', { errors: [{ pointer: '/password', code: weakness }] });
  const passwordHash = await hashPassword(asked.password);
  const address = addressDigest(context.keys, asked.email);
  const secret = newSecret();
  return context.db.transaction(async (tx) => {
    const now = await lockAddress(context, tx, address);
    const row = await insertSignUp(tx, asked, { passwordHash, secretDigest: secretDigest(context.keys, secret) }, now);
    const answer = signUpAnswer(context, await issueFirstCode(context, tx, row, address, now), now, secret);
    await keep(tx, answer);
    return answer;
  });
}
