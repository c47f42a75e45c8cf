import type { SignUp } from '../../../../src/contract.js';
import type { Context } from '../../context.js';
import { LIMITS } from '../../limits.js';
import { localeOf } from '../../mail/locale.js';
import { renderMail } from '../../mail/templates.js';
import type { Sql } from '../../store/database.js';
import { addressDigest } from './address.js';
import { allowanceOf, readAddressFacts, type AddressFacts } from './address-facts.js';
import { triesLeftOf } from './code-tries.js';
import { readCodeRow, stateOf, type CodeRow, type SignUpRow } from './sign-up-rows.js';

const MINUTES = LIMITS.code.lifetime / 60;

/** The subject as it stands in the mailbox, with bullets for the digits. */
function subjectOf(row: SignUpRow, code: CodeRow | undefined): string {
  const bullets = '•'.repeat(code?.digits ?? LIMITS.code.length);
  const locale = localeOf(row.locale);
  if (code?.template === 'codes_lengthened') return renderMail({ template: 'codes_lengthened', code: bullets, minutes: MINUTES }, locale).subject;
  const { civility, last_name: lastName } = row;
  return renderMail({ template: 'sign_up_code', civility, lastName, code: bullets, minutes: MINUTES }, locale).subject;
}

/** What a sign-up's answer is made of; the counts are those of its address. */
export interface SignUpParts {
  readonly row: SignUpRow;
  readonly code: CodeRow | undefined;
  readonly facts: AddressFacts;
}

/**
 * A sign-up as its holder sees it: nothing in it depends on whether the address has an account.
 *
 * @param secret - Only in the answer that makes it.
 */
export function signUpAnswer(context: Context, { row, code, facts }: SignUpParts, now: Date, secret?: string): SignUp {
  const state = stateOf(row, now);
  const live = state === 'pending' ? code : undefined;
  const allowance = state === 'pending' ? allowanceOf(facts, now) : { resendIn: 0, mailsLeft: 0 };
  return {
    signUpId: row.sign_up_id,
    ...(secret === undefined ? {} : { secret }),
    state,
    email: row.email,
    codeLength: live?.digits ?? LIMITS.code.length,
    codeExpiresIn: live ? Math.max(0, Math.ceil((live.expires_at.getTime() - now.getTime()) / 1000)) : 0,
    triesLeft: live ? triesLeftOf(live, facts) : 0,
    ...allowance,
    mail: { from: context.config.mailFrom, subject: subjectOf(row, live) },
    ...(row.login_id === null ? {} : { loginId: row.login_id }),
  };
}

/** What the database says of a sign-up now. */
export async function readSignUpParts(context: Context, sql: Sql, row: SignUpRow, now: Date): Promise<SignUpParts> {
  const facts = await readAddressFacts(sql, addressDigest(context.keys, row.email), now);
  return { row, code: await readCodeRow(sql, row.sign_up_id), facts };
}
