import { Refusal } from '../refusal.js';
import { confirmSignUp } from '../services/accounts/confirm-sign-up.js';
import { createSignUp } from '../services/accounts/create-sign-up.js';
import { renewCode } from '../services/accounts/renew-code.js';
import { endSession } from '../services/accounts/sessions.js';
import { signIn } from '../services/accounts/sign-in.js';
import { readSignUpParts, signUpAnswer } from '../services/accounts/sign-up-answers.js';
import { readSignUpRow } from '../services/accounts/sign-up-rows.js';
import type { Handlers } from './handlers.js';

type AccountOperation =
  | 'createSignUp'
  | 'readSignUp'
  | 'resendSignUpCode'
  | 'correctSignUpEmail'
  | 'confirmSignUp'
  | 'signIn'
  | 'readSession'
  | 'signOut';

/** Sign-up and session. */
export const accountRoutes: Pick<Handlers, AccountOperation> = {
  createSignUp: (context, { body, keep }) => createSignUp(context, body, keep),
  async readSignUp(context, { params, caller }) {
    const row = await readSignUpRow(context.db, context.keys, params.signUpId, caller.signUpSecret);
    const now = await context.clock.now(context.db);
    return signUpAnswer(context, await readSignUpParts(context, context.db, row, now), now);
  },
  resendSignUpCode: (context, { params, caller, keep }) =>
    renewCode(context, { signUpId: params.signUpId, secret: caller.signUpSecret }, keep),
  correctSignUpEmail: (context, { params, body, caller, keep }) =>
    renewCode(context, { signUpId: params.signUpId, secret: caller.signUpSecret, email: body.email }, keep),
  confirmSignUp: (context, { params, body, caller }) => confirmSignUp(context, params.signUpId, caller.signUpSecret, body.code),
  signIn: (context, { body, caller }) => signIn(context, body, caller.sessionId),
  async readSession(_context, { caller }) {
    if (!caller.session) throw new Refusal('session_required');
    return caller.session;
  },
  async signOut(context, { caller }) {
    if (caller.sessionId !== undefined) await endSession(context.db, caller.sessionId);
    return undefined;
  },
};
