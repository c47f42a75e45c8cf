import * as z from 'zod/mini';
import { CIVILITIES } from '../rules/index.js';
import { seconds } from './fields.js';
import { operation } from './operation.js';

/** The signed-in person. */
export const account = z.object({
  accountId: z.string(),
  loginId: z.string(),
  civility: z.enum(CIVILITIES),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string(),
});

export type Account = z.infer<typeof account>;

export const session = z.object({
  account,
  /** Seconds without a request after which it ends. */
  idleExpiresIn: seconds,
  /** Seconds after which it ends whatever is done. */
  expiresIn: seconds,
  /** In bearer mode only, at sign-in only: 256 bits, for the header `Authorization`. */
  token: z.optional(z.string()),
});

export type Session = z.infer<typeof session>;

export const signIn = operation({
  name: 'signIn',
  summary: 'Opens a session with identifier or e-mail and password.',
  method: 'POST',
  path: '/v1/session',
  access: 'public',
  body: z.strictObject({
    /** Identifier or e-mail, as typed. */
    login: z.string().check(z.trim(), z.minLength(1, 'login_required'), z.maxLength(254, 'login_too_long')),
    /** Judged for length only: an old rule may have let it in. */
    password: z.string().check(z.minLength(1, 'password_required'), z.maxLength(512, 'password_too_long')),
    transport: z.enum(['cookie', 'bearer']),
  }),
  status: 201,
  answer: session,
  errors: ['credentials_wrong', 'sign_in_delayed', 'not_confirmed'],
  idempotent: false,
  sensitive: true,
});

export const readSession = operation({
  name: 'readSession',
  summary: 'Who is signed in, and for how long.',
  method: 'GET',
  path: '/v1/session',
  access: 'session',
  status: 200,
  answer: session,
  errors: ['session_required'],
  idempotent: false,
  sensitive: false,
});

export const signOut = operation({
  name: 'signOut',
  summary: 'Ends the session at the server. Doing it twice is no error.',
  method: 'DELETE',
  path: '/v1/session',
  access: 'public',
  status: 204,
  errors: [],
  idempotent: false,
  sensitive: false,
});
