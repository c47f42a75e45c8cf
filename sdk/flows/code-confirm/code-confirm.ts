import type { SignUpHandle } from '../../client/client.js';
import type { SignUp } from '../../contract/sign-up.js';
import { checkCode, checkEmail, normalizeEmail, readCode } from '../../rules/index.js';
import type { Failed, FlowDefinition, WorkTools } from '../flow.js';
import { forgetPendingSignUp, readPendingSignUp } from '../pending-sign-up.js';
import type { FlowProblem } from '../problem.js';

/** What the screen says of the sign-up; instants are of the machine's clock, in milliseconds. */
export interface WaitingSignUp {
  readonly email: string;
  readonly codeLength: number;
  readonly codeExpiresAt: number;
  readonly triesLeft: number;
  readonly resendAt: number;
  readonly mailsLeft: number;
  readonly mail: SignUp['mail'];
}

/** What was just done, to be said once. */
export type CodeConfirmNotice = 'code_sent' | 'email_corrected';

export interface CodeConfirmEntry {
  readonly signUp: WaitingSignUp;
  /** As typed. */
  readonly code: string;
}

export type CodeConfirmState =
  | { readonly name: 'loading' }
  /** No sign-up waits in this browser. */
  | { readonly name: 'missing' }
  | { readonly name: 'unavailable'; readonly problem: FlowProblem }
  | ({
      readonly name: 'entering';
      readonly issue?: string;
      readonly problem?: FlowProblem;
      readonly notice?: CodeConfirmNotice;
      /** Rises with each refusal, so that the field takes the focus again. */
      readonly attempts: number;
    } & CodeConfirmEntry)
  | ({ readonly name: 'checking'; readonly attempts: number } & CodeConfirmEntry)
  | ({ readonly name: 'resending' } & CodeConfirmEntry)
  | ({ readonly name: 'correcting'; readonly email: string; readonly issue?: string; readonly problem?: FlowProblem } & CodeConfirmEntry)
  | ({ readonly name: 'sending_correction'; readonly email: string } & CodeConfirmEntry)
  /** The code is right, and what it gave is being read: its first answer was lost. */
  | { readonly name: 'confirming' }
  | { readonly name: 'confirmed'; readonly loginId: string }
  /** `elsewhere`: another tab ended what this one waited with. */
  | { readonly name: 'gone'; readonly reason: 'expired' | 'unknown' | 'elsewhere' };

export type CodeConfirmAction =
  | { readonly type: 'loaded'; readonly signUp: WaitingSignUp; readonly notice?: CodeConfirmNotice }
  | { readonly type: 'missed' }
  | { readonly type: 'ended'; readonly reason: 'expired' | 'unknown' }
  | { readonly type: 'typed'; readonly code: string }
  | { readonly type: 'submitted' }
  | { readonly type: 'accepted'; readonly loginId: string }
  | { readonly type: 'resend_asked' }
  | { readonly type: 'correction_opened' }
  | { readonly type: 'email_typed'; readonly email: string }
  | { readonly type: 'correction_submitted' }
  | { readonly type: 'correction_cancelled' }
  | { readonly type: 'retried' }
  | Failed;

function waiting(signUp: SignUp, now: number): WaitingSignUp {
  return {
    email: signUp.email,
    codeLength: signUp.codeLength,
    codeExpiresAt: now + signUp.codeExpiresIn * 1000,
    triesLeft: signUp.triesLeft,
    resendAt: now + signUp.resendIn * 1000,
    mailsLeft: signUp.mailsLeft,
    mail: signUp.mail,
  };
}

/** What an answer about the sign-up means for the screen. */
function arrived(signUp: SignUp, { now, shared }: WorkTools, notice?: CodeConfirmNotice): CodeConfirmAction {
  const { state, loginId } = signUp;
  if (state !== 'expired' && !loginId) return { type: 'loaded', signUp: waiting(signUp, now()), notice };
  forgetPendingSignUp(shared);
  return loginId ? { type: 'accepted', loginId } : { type: 'ended', reason: 'expired' };
}

/** Work on the sign-up that waits. Its handle is read anew each time: another tab may have confirmed, or signed up again. */
function asking<State>(
  ask: (handle: SignUpHandle, tools: WorkTools, state: State) => Promise<SignUp>,
  notice?: CodeConfirmNotice,
): (state: State, tools: WorkTools) => Promise<CodeConfirmAction> {
  return async (state, tools) => {
    const handle = readPendingSignUp(tools.shared);
    return handle ? arrived(await ask(handle, tools, state), tools, notice) : { type: 'missed' };
  };
}

const reading = asking((handle, { client, signal }) => client.signUps.read(handle, { signal }));

function failed(state: CodeConfirmState, problem: FlowProblem): CodeConfirmState {
  if (problem.code === 'sign_up_confirmed') return { name: 'confirming' };
  if (problem.code === 'sign_up_expired') return { name: 'gone', reason: 'expired' };
  if (problem.code === 'sign_up_unknown') return { name: 'gone', reason: 'unknown' };
  switch (state.name) {
    case 'loading':
    case 'confirming':
      return { name: 'unavailable', problem };
    case 'checking': {
      const triesLeft = problem.triesLeft ?? (problem.code === 'code_tries_exhausted' ? 0 : state.signUp.triesLeft);
      const signUp = { ...state.signUp, triesLeft };
      return { name: 'entering', signUp, code: state.code, attempts: state.attempts + 1, problem };
    }
    case 'resending':
      return { name: 'entering', signUp: state.signUp, code: state.code, attempts: 0, problem };
    case 'sending_correction':
      return {
        name: 'correcting',
        signUp: state.signUp,
        code: state.code,
        email: state.email,
        ...(problem.fields?.email ? { issue: problem.fields.email } : { problem }),
      };
    default:
      return state;
  }
}

function submitted(state: CodeConfirmState): CodeConfirmState {
  if (state.name !== 'entering') return state;
  const { signUp, code } = state;
  const issue = checkCode(code, signUp.codeLength);
  return issue
    ? { name: 'entering', signUp, code, issue, attempts: state.attempts + 1 }
    : { name: 'checking', signUp, code, attempts: state.attempts };
}

function correctionSubmitted(state: CodeConfirmState): CodeConfirmState {
  if (state.name !== 'correcting') return state;
  const { signUp, code, email } = state;
  const issue = checkEmail(normalizeEmail(email));
  return issue ? { name: 'correcting', signUp, code, email, issue } : { name: 'sending_correction', signUp, code, email };
}

/** Journey 2: proving the address with the code that was sent to it. */
export const codeConfirmFlow: FlowDefinition<CodeConfirmState, CodeConfirmAction, undefined> = {
  name: 'code-confirm',

  start(_options, draft, { shared }) {
    const loginId = (draft as { loginId?: unknown } | undefined)?.loginId;
    // A sign-up begun since then comes first.
    if (typeof loginId === 'string' && !readPendingSignUp(shared)) return { name: 'confirmed', loginId };
    return { name: 'loading' };
  },

  next(state, action) {
    switch (action.type) {
      case 'loaded': {
        const code = 'code' in state && !action.notice ? state.code : '';
        return { name: 'entering', signUp: action.signUp, code, attempts: 0, notice: action.notice };
      }
      case 'missed':
        return 'signUp' in state ? { name: 'gone', reason: 'elsewhere' } : { name: 'missing' };
      case 'ended':
        return { name: 'gone', reason: action.reason };
      case 'typed':
        return state.name === 'entering'
          ? { name: 'entering', signUp: state.signUp, code: action.code, attempts: state.attempts, problem: state.problem }
          : state;
      case 'submitted':
        return submitted(state);
      case 'accepted':
        return { name: 'confirmed', loginId: action.loginId };
      case 'resend_asked':
        return state.name === 'entering' ? { name: 'resending', signUp: state.signUp, code: state.code } : state;
      case 'correction_opened':
        return state.name === 'entering'
          ? { name: 'correcting', signUp: state.signUp, code: state.code, email: state.signUp.email }
          : state;
      case 'email_typed':
        return state.name === 'correcting'
          ? { name: 'correcting', signUp: state.signUp, code: state.code, email: action.email }
          : state;
      case 'correction_submitted':
        return correctionSubmitted(state);
      case 'correction_cancelled':
        return state.name === 'correcting' ? { name: 'entering', signUp: state.signUp, code: state.code, attempts: 0 } : state;
      case 'retried':
        return state.name === 'unavailable' ? { name: 'loading' } : state;
      case 'failed':
        return failed(state, action.problem);
    }
  },

  work: {
    loading: reading,

    confirming: reading,

    async checking({ code, signUp }, { client, shared, signal }) {
      const handle = readPendingSignUp(shared);
      const digits = readCode(code, signUp.codeLength);
      if (!handle || !digits) return { type: 'missed' };
      const { loginId } = await client.signUps.confirm(handle, digits, { signal });
      forgetPendingSignUp(shared);
      return { type: 'accepted', loginId };
    },

    resending: asking(
      (handle, { client, signal, keyFor }) => client.signUps.resendCode(handle, { signal, idempotencyKey: keyFor(handle.signUpId) }),
      'code_sent',
    ),

    sending_correction: asking(
      (handle, { client, signal, keyFor }, { email }: { readonly email: string }) =>
        client.signUps.correctEmail(handle, email, { signal, idempotencyKey: keyFor([handle.signUpId, email]) }),
      'email_corrected',
    ),
  },

  draft: (state) => (state.name === 'confirmed' ? { loginId: state.loginId } : undefined),
};
