import * as z from 'zod/mini';
import { CIVILITIES, SECTORS } from '../rules/index.js';
import { emailAddress, emailCode, identifier, newPassword, personName, text } from './fields.js';
import { operation } from './operation.js';
import { schemaOf } from './schema-of.js';
import * as wire from './wire/sign-up.js';

export type { SignUp } from './wire/sign-up.js';

export const signUp = schemaOf<wire.SignUp>(wire.signUp);

/** Languages that mails and letters may be asked in. */
export const locale = z.enum(['fr', 'en']);

const signUpParams = z.object({ signUpId: identifier });
const lifeErrors = ['sign_up_unknown', 'sign_up_expired', 'sign_up_confirmed'] as const;

export const createSignUp = operation(wire.createSignUp, {
  summary: 'Asks for an account. The answer is the same whether or not the address already has one; its owner gets a mail.',
  body: z.strictObject({
    civility: z.enum(CIVILITIES, 'civility_required'),
    firstName: personName,
    lastName: personName,
    email: emailAddress,
    password: newPassword,
    sector: z.enum(SECTORS, 'sector_required'),
    /** Consent to commercial offers by e-mail, with the wording that was shown. */
    offers: z.strictObject({ accepted: z.boolean(), wording: text(500) }),
    /** Which versions of the two texts were accepted by creating the account. */
    terms: z.strictObject({ termsVersion: text(100), privacyVersion: text(100) }),
    locale,
  }),
  status: 201,
  errors: [],
  sensitive: true,
});

export const readSignUp = operation(wire.readSignUp, {
  summary: 'Where a sign-up stands: to take it up again after a reload, or after an answer that was lost.',
  params: signUpParams,
  status: 200,
  errors: ['sign_up_unknown'],
  sensitive: false,
});

export const resendSignUpCode = operation(wire.resendSignUpCode, {
  summary: 'Sends a new code, which replaces the one before. It gives no further tries for the day.',
  params: signUpParams,
  status: 200,
  errors: [...lifeErrors, 'too_soon', 'mail_quota_reached'],
  sensitive: true,
});

export const correctSignUpEmail = operation(wire.correctSignUpEmail, {
  summary: 'Corrects the address of a sign-up that waits; a new code goes to it.',
  params: signUpParams,
  body: z.strictObject({ email: emailAddress }),
  status: 200,
  errors: [...lifeErrors, 'too_soon', 'mail_quota_reached'],
  sensitive: true,
});

export const confirmSignUp = operation(wire.confirmSignUp, {
  summary: 'Confirms the address with the code that was sent to it, and creates the account.',
  params: signUpParams,
  body: z.strictObject({ code: emailCode }),
  status: 200,
  errors: [...lifeErrors, 'code_wrong', 'code_expired', 'code_tries_exhausted'],
  sensitive: true,
});
