import * as z from 'zod/mini';
import { CIVILITIES, SECTORS } from '../rules/index.js';
import { emailAddress, emailCode, identifier, newPassword, personName, seconds, text } from './fields.js';
import { operation } from './operation.js';

/** Languages that mails and letters may be asked in. */
export const locale = z.enum(['fr', 'en']);

/** A sign-up that waits for its code, or has had it. */
export const signUp = z.object({
  signUpId: z.string(),
  /** Ties codes to this sign-up; 128 bits or more, held by the client until confirmed or expired. Only in the answer that creates it. */
  secret: z.optional(z.string()),
  state: z.enum(['pending', 'confirmed', 'expired']),
  /** Where the code went. */
  email: z.string(),
  codeLength: z.int(),
  /** Seconds until the code lapses; 0 when it has. */
  codeExpiresIn: seconds,
  /** Tries left for this code. */
  triesLeft: z.int(),
  /** Seconds until another mail may be asked for. */
  resendIn: seconds,
  /** Mails that may still be asked for today. */
  mailsLeft: z.int(),
  /** How to recognise the mail in a full box. */
  mail: z.object({ from: z.string(), subject: z.string() }),
  /** Once confirmed. */
  loginId: z.optional(z.string()),
});

export type SignUp = z.infer<typeof signUp>;

const signUpParams = z.object({ signUpId: identifier });
const lifeErrors = ['sign_up_unknown', 'sign_up_expired', 'sign_up_confirmed'] as const;

export const createSignUp = operation({
  name: 'createSignUp',
  summary: 'Asks for an account. The answer is the same whether or not the address already has one; its owner gets a mail.',
  method: 'POST',
  path: '/v1/sign-ups',
  access: 'public',
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
  answer: signUp,
  errors: [],
  idempotent: true,
  sensitive: true,
});

export const readSignUp = operation({
  name: 'readSignUp',
  summary: 'Where a sign-up stands: to take it up again after a reload, or after an answer that was lost.',
  method: 'GET',
  path: '/v1/sign-ups/{signUpId}',
  access: 'sign_up',
  params: signUpParams,
  status: 200,
  answer: signUp,
  errors: ['sign_up_unknown'],
  idempotent: false,
  sensitive: false,
});

export const resendSignUpCode = operation({
  name: 'resendSignUpCode',
  summary: 'Sends a new code, which replaces the one before. It gives no further tries for the day.',
  method: 'POST',
  path: '/v1/sign-ups/{signUpId}/code',
  access: 'sign_up',
  params: signUpParams,
  status: 200,
  answer: signUp,
  errors: [...lifeErrors, 'too_soon', 'mail_quota_reached'],
  idempotent: true,
  sensitive: true,
});

export const correctSignUpEmail = operation({
  name: 'correctSignUpEmail',
  summary: 'Corrects the address of a sign-up that waits; a new code goes to it.',
  method: 'POST',
  path: '/v1/sign-ups/{signUpId}/email',
  access: 'sign_up',
  params: signUpParams,
  body: z.strictObject({ email: emailAddress }),
  status: 200,
  answer: signUp,
  errors: [...lifeErrors, 'too_soon', 'mail_quota_reached'],
  idempotent: true,
  sensitive: true,
});

export const confirmSignUp = operation({
  name: 'confirmSignUp',
  summary: 'Confirms the address with the code that was sent to it, and creates the account.',
  method: 'POST',
  path: '/v1/sign-ups/{signUpId}/confirmation',
  access: 'sign_up',
  params: signUpParams,
  body: z.strictObject({ code: emailCode }),
  status: 200,
  answer: z.object({ loginId: z.string() }),
  errors: [...lifeErrors, 'code_wrong', 'code_expired', 'code_tries_exhausted'],
  idempotent: false,
  sensitive: true,
});
