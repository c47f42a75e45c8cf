import { CIVILITIES } from '../../rules/index.js';
import { object, oneOf, optional, seconds, text, type ValueOf } from './shape.js';
import type { Wire } from './wire.js';

/** The signed-in person. */
export const account = object({
  accountId: text,
  loginId: text,
  civility: oneOf(CIVILITIES),
  firstName: text,
  lastName: text,
  email: text,
});

/** The signed-in person. */
export interface Account extends ValueOf<typeof account> {}

export const session = object({
  account,
  /** Seconds without a request after which it ends. */
  idleExpiresIn: seconds,
  /** Seconds after which it ends whatever is done. */
  expiresIn: seconds,
  /** In bearer mode only, at sign-in only: 256 bits, for the header `Authorization`. */
  token: optional(text),
});

/** An open session: whose, and for how long. */
export interface Session extends ValueOf<typeof session> {}

export const signIn = {
  name: 'signIn',
  method: 'POST',
  path: '/v1/session',
  access: 'public',
  idempotent: false,
  answer: session,
} as const satisfies Wire;

export const readSession = {
  name: 'readSession',
  method: 'GET',
  path: '/v1/session',
  access: 'session',
  idempotent: false,
  answer: session,
} as const satisfies Wire;

export const signOut = {
  name: 'signOut',
  method: 'DELETE',
  path: '/v1/session',
  access: 'public',
  idempotent: false,
} as const satisfies Wire;
