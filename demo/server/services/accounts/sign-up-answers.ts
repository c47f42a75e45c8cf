import type { SignUp } from '../../../../src/contract.js';
import type { Context } from '../../context.js';
import { LIMITS } from '../../limits.js';
import { renderMail } from '../../mail/templates.js';
import type { Sql } from '../../store/database.js';
import { addressDigest, mailLocale } from './address.js';
import { readAllowance } from './code-allowance.js';
import { wrongOfDay } from './code-tries.js';
import { readCodeRow, stateOf, type CodeRow, type SignUpRow } from './sign-up-rows.js';

const MINUTES = LIMITS.code.lifetime / 60;

/** The subject as it stands in the mailbox, with bullets for the digits. */
function subjectOf(row: SignUpRow, code: CodeRow | undefined): string {
  const bullets = '•'.repeat(code?.digits ?? LIMITS.code.length);
  const locale = mailLocale(row.locale);
  if (code?.template === 'codes_lengthened') return renderMail({ template: 'codes_lengthened', code: bullets, minutes: MINUTES }, locale).subject;
  const { civility, last_name: lastName } = row;
  return renderMail({ template: 'sign_up_code', civility, lastName, code: bullets, minutes: MINUTES }, locale).subject;
}

/** Tries that a code bears yet; short ones also share what an address has for the day, so a new code buys none. */
export async function triesLeftOf(sql: Sql, code: CodeRow, address: string, now: Date): Promise<number> {
  const ofCode = LIMITS.code.tries - code.tries;
  if (code.digits > LIMITS.code.length) return Math.max(0, ofCode);
  return Math.max(0, Math.min(ofCode, LIMITS.code.wrongPerAddressPerDay - (await wrongOfDay(sql, address, now))));
}

/**
 * A sign-up as its holder sees it: nothing in it depends on whether the address has an account.
 *
 * @param secret - Only in the answer that makes it.
 */
export async function signUpAnswer(context: Context, sql: Sql, row: SignUpRow, now: Date, secret?: string): Promise<SignUp> {
  const state = stateOf(row, now);
  const digest = addressDigest(context.keys, row.email);
  const code = state === 'pending' ? await readCodeRow(sql, row.sign_up_id) : undefined;
  const allowance = state === 'pending' ? await readAllowance(sql, digest, now) : { resendIn: 0, mailsLeft: 0 };
  return {
    signUpId: row.sign_up_id,
    ...(secret === undefined ? {} : { secret }),
    state,
    email: row.email,
    codeLength: code?.digits ?? LIMITS.code.length,
    codeExpiresIn: code ? Math.max(0, Math.ceil((code.expires_at.getTime() - now.getTime()) / 1000)) : 0,
    triesLeft: code ? await triesLeftOf(sql, code, digest, now) : 0,
    ...allowance,
    mail: { from: context.config.mailFrom, subject: subjectOf(row, code) },
    ...(row.login_id === null ? {} : { loginId: row.login_id }),
  };
}
