import { randomInt } from 'node:crypto';
import type { Civility } from '../../../../src/contract.js';
import type { Context } from '../../context.js';
import { LIMITS } from '../../limits.js';
import { localeOf } from '../../mail/locale.js';
import type { Sql } from '../../store/database.js';
import { links } from '../links.js';
import { allowanceOf, readAddressFacts, type AddressFacts } from './address-facts.js';
import type { SignUpParts } from './sign-up-answers.js';
import { codeDigest, type CodeRow, type SignUpRow } from './sign-up-rows.js';

const MINUTES = LIMITS.code.lifetime / 60;

interface OwnerRow {
  account_id: string;
  civility: Civility;
  last_name: string;
  email: string;
  locale: string;
}

/** The account that has this address already. */
async function ownerOf(sql: Sql, emailKey: string): Promise<OwnerRow | undefined> {
  const [row] = await sql.query<OwnerRow>('SELECT account_id, civility, last_name, email, locale FROM accounts WHERE email_key = $1', [
    emailKey,
  ]);
  return row;
}

function newCode(digits: number): string {
  return String(randomInt(10 ** digits)).padStart(digits, '0');
}

async function replaceCode(tx: Sql, signUpId: string, code: CodeRow): Promise<void> {
  await tx.query(
    `INSERT INTO sign_up_codes (sign_up_id, code_digest, digits, tries, usable, template, expires_at)
     VALUES ($1, $2, $3, 0, $4, $5, $6)
     ON CONFLICT (sign_up_id) DO UPDATE SET code_digest = excluded.code_digest, digits = excluded.digits, tries = 0,
       usable = excluded.usable, template = excluded.template, expires_at = excluded.expires_at`,
    [signUpId, code.code_digest, code.digits, code.usable, code.template, code.expires_at],
  );
}

/** An address that was just written to, by what was known before. */
export interface Addressed {
  readonly row: SignUpRow;
  readonly address: string;
  readonly facts: AddressFacts;
}

/**
 * Draws a code that replaces the one before, and mails it when the address may be written to; if not, the code counts as
 * lapsed. Where the address has an account, its owner is told so instead, and the code can't be right; the rest goes the
 * same way. The address is locked.
 *
 * @returns The code in force and the counts, as they are now.
 */
export async function issueCode(context: Context, tx: Sql, { row, address, facts }: Addressed, now: Date): Promise<SignUpParts> {
  const mayMail = allowanceOf(facts, now).resendIn === 0;
  const owner = await ownerOf(tx, row.email_key);
  const digits = newCode(facts.needsLongCode ? LIMITS.code.lengthWhenAttacked : LIMITS.code.length);
  const code: CodeRow = {
    code_digest: codeDigest(context.keys, row.sign_up_id, digits),
    digits: digits.length,
    tries: 0,
    usable: mayMail && !owner,
    template: 'sign_up_code',
    expires_at: mayMail ? new Date(now.getTime() + LIMITS.code.lifetime * 1000) : now,
  };
  await replaceCode(tx, row.sign_up_id, code);
  if (!mayMail) return { row, code, facts };
  await tx.query('INSERT INTO code_mails (address_digest, sent_at) VALUES ($1, $2)', [address, now]);
  await context.jobs.sendMail(
    tx,
    owner
      ? {
          to: owner.email,
          locale: localeOf(owner.locale),
          accountId: owner.account_id,
          mail: { template: 'sign_up_existing', civility: owner.civility, lastName: owner.last_name, signInUrl: links.signIn(context.config) },
        }
      : {
          to: row.email,
          locale: localeOf(row.locale),
          mail: { template: 'sign_up_code', civility: row.civility, lastName: row.last_name, code: digits, minutes: MINUTES },
        },
  );
  return { row, code, facts: { ...facts, sentAt: [now, ...facts.sentAt] } };
}

/** The same, for an address about which nothing has been read yet. */
export async function issueFirstCode(context: Context, tx: Sql, row: SignUpRow, address: string, now: Date): Promise<SignUpParts> {
  return issueCode(context, tx, { row, address, facts: await readAddressFacts(tx, address, now) }, now);
}

/**
 * Recalls a short code that is in use: a long one replaces it, by a mail outside the allowance. An address that has an
 * account gets no mail, since no code of it would open anything.
 */
export async function recallShortCode(context: Context, tx: Sql, row: SignUpRow, now: Date): Promise<void> {
  const owner = await ownerOf(tx, row.email_key);
  const code = newCode(LIMITS.code.lengthWhenAttacked);
  await replaceCode(tx, row.sign_up_id, {
    code_digest: codeDigest(context.keys, row.sign_up_id, code),
    digits: code.length,
    tries: 0,
    usable: !owner,
    template: 'codes_lengthened',
    expires_at: new Date(now.getTime() + LIMITS.code.lifetime * 1000),
  });
  if (owner) return;
  await context.jobs.sendMail(tx, {
    to: row.email,
    locale: localeOf(row.locale),
    mail: { template: 'codes_lengthened', code, minutes: MINUTES },
  });
}
