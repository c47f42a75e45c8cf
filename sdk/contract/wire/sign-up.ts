import { object, oneOf, optional, seconds, text, whole, type ValueOf } from './shape.js';
import type { Wire } from './wire.js';

/** A sign-up that waits for its code, or has had it. */
export const signUp = object({
  signUpId: text,
  /** Ties codes to this sign-up; 128 bits or more, held by the client until confirmed or expired. Only in the answer that creates it. */
  secret: optional(text),
  state: oneOf(['pending', 'confirmed', 'expired']),
  /** Where the code went. */
  email: text,
  codeLength: whole,
  /** Seconds until the code lapses; 0 when it has. */
  codeExpiresIn: seconds,
  /** Tries left for this code. */
  triesLeft: whole,
  /** Seconds until another mail may be asked for. */
  resendIn: seconds,
  /** Mails that may still be asked for today. */
  mailsLeft: whole,
  /** How to recognise the mail in a full box. */
  mail: object({ from: text, subject: text }),
  /** Once confirmed. */
  loginId: optional(text),
});

/** A sign-up that waits for its code, or has had it. */
export interface SignUp extends ValueOf<typeof signUp> {}

export const createSignUp = {
  name: 'createSignUp',
  method: 'POST',
  path: '/v1/sign-ups',
  access: 'public',
  idempotent: true,
  answer: signUp,
} as const satisfies Wire;

export const readSignUp = {
  name: 'readSignUp',
  method: 'GET',
  path: '/v1/sign-ups/{signUpId}',
  access: 'sign_up',
  idempotent: false,
  answer: signUp,
} as const satisfies Wire;

export const resendSignUpCode = {
  name: 'resendSignUpCode',
  method: 'POST',
  path: '/v1/sign-ups/{signUpId}/code',
  access: 'sign_up',
  idempotent: true,
  answer: signUp,
} as const satisfies Wire;

export const correctSignUpEmail = {
  name: 'correctSignUpEmail',
  method: 'POST',
  path: '/v1/sign-ups/{signUpId}/email',
  access: 'sign_up',
  idempotent: true,
  answer: signUp,
} as const satisfies Wire;

export const confirmSignUp = {
  name: 'confirmSignUp',
  method: 'POST',
  path: '/v1/sign-ups/{signUpId}/confirmation',
  access: 'sign_up',
  idempotent: false,
  answer: object({ loginId: text }),
} as const satisfies Wire;
