import * as z from 'zod/mini';
import { operation } from './operation.js';
import { schemaOf } from './schema-of.js';
import * as wire from './wire/session.js';

export type { Account, Session } from './wire/session.js';

export const account = schemaOf<wire.Account>(wire.account);
export const session = schemaOf<wire.Session>(wire.session);

export const signIn = operation(wire.signIn, {
  summary: 'Opens a session with identifier or e-mail and password.',
  body: z.strictObject({
    /** Identifier or e-mail, as typed. */
    login: z.string().check(z.trim(), z.minLength(1, 'login_required'), z.maxLength(254, 'login_too_long')),
    /** Judged for length only: an old rule may have let it in. */
    password: z.string().check(z.minLength(1, 'password_required'), z.maxLength(512, 'password_too_long')),
    transport: z.enum(['cookie', 'bearer']),
  }),
  status: 201,
  errors: ['credentials_wrong', 'sign_in_delayed', 'not_confirmed'],
  sensitive: true,
});

export const readSession = operation(wire.readSession, {
  summary: 'Who is signed in, and for how long.',
  status: 200,
  errors: ['session_required'],
  sensitive: false,
});

export const signOut = operation(wire.signOut, {
  summary: 'Ends the session at the server. Doing it twice is no error.',
  status: 204,
  errors: [],
  sensitive: false,
});
