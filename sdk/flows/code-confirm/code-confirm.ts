import type { SignUpHandle } from '../../client/client.js';
import type { SignUp } from '../../contract/sign-up.js';
import { checkCode, checkEmail, normalizeEmail, readCode } from '../../rules/index.js';
import type { Failed, FlowDefinition, WorkTools } from '../flow.js';
import { forgetPendingSignUp, readPendingSignUp } from '../pending-sign-up.js';
import type { FlowProblem } from '../problem.js';
import { waitingSignUp, type WaitingSignUp } from '../waiting-sign-up.js';

/** What was just done, to be said once. */
export type CodeConfirmNotice = 'code_sent' | 'email_corrected';

export interface CodeConfirmEntry {
  readonly signUp: WaitingSignUp;
  /** As typed. */
  readonly code: string;
  /** Another address that was typed, and not sent yet: the dialog opens with it. */
  readonly correction?: string;
}

/** A correction that was being typed when the page went away, to be taken up again. */
export interface KeptCorrection {
  readonly signUpId: string;
  readonly email: string;
  readonly isOpen: boolean;
}

export type CodeConfirmState =
  | { readonly name: 'loading'; readonly kept?: KeptCorrection }
  /** No sign-up waits in this browser. */
  | { readonly name: 'missing' }
  | { readonly name: 'unavailable'; readonly problem: FlowProblem; readonly kept?: KeptCorrection }
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
  /** After a failure; or another sign-up waits now, begun here or in another tab. */
  | { readonly type: 'retried' }
  | Failed;

function entryOf({ signUp, code, correction }: CodeConfirmEntry): CodeConfirmEntry {
  return { signUp, code, correction };
}

/** What an answer about the sign-up means for the screen. */
function arrived(signUp: SignUp, { now, shared }: WorkTools, notice?: CodeConfirmNotice): CodeConfirmAction {
  const { state, loginId } = signUp;
  if (state !== 'expired' && !loginId) return { type: 'loaded', signUp: waitingSignUp(signUp, now()), notice };
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
      return { name: 'unavailable', problem, kept: state.kept };
    case 'confirming':
      return { name: 'unavailable', problem };
    case 'checking': {
      const triesLeft = problem.triesLeft ?? (problem.code === 'code_tries_exhausted' ? 0 : state.signUp.triesLeft);
      const signUp = { ...state.signUp, triesLeft };
      return { name: 'entering', ...entryOf(state), signUp, attempts: state.attempts + 1, problem };
    }
    case 'resending':
      return { name: 'entering', ...entryOf(state), attempts: 0, problem };
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
  const issue = checkCode(state.code, state.signUp.codeLength);
  return issue
    ? { name: 'entering', ...entryOf(state), issue, attempts: state.attempts + 1 }
    : { name: 'checking', ...entryOf(state), attempts: state.attempts };
}

function correctionSubmitted(state: CodeConfirmState): CodeConfirmState {
  if (state.name !== 'correcting') return state;
  const { signUp, code, email } = state;
  const issue = checkEmail(normalizeEmail(email));
  return issue ? { name: 'correcting', signUp, code, email, issue } : { name: 'sending_correction', signUp, code, email };
}

function loaded(state: CodeConfirmState, { signUp, notice }: Extract<CodeConfirmAction, { type: 'loaded' }>): CodeConfirmState {
  const code = 'code' in state && !notice ? state.code : '';
  const kept = state.name === 'loading' ? state.kept : undefined;
  // The correction of another sign-up, or one that has gone through, is none any more.
  const correction = kept?.signUpId === signUp.signUpId && kept.email !== signUp.email ? kept.email : undefined;
  if (kept?.isOpen && correction !== undefined) return { name: 'correcting', signUp, code, email: correction };
  return { name: 'entering', signUp, code, correction: state.name === 'resending' ? state.correction : correction, attempts: 0, notice };
}

function retried(state: CodeConfirmState): CodeConfirmState {
  switch (state.name) {
    case 'unavailable':
      return { name: 'loading', kept: state.kept };
    case 'missing':
    case 'gone':
    case 'confirmed':
    case 'entering':
      return { name: 'loading' };
    default:
      return state;
  }
}

/** A correction as a draft gives it; nothing when it doesn't fit. */
function restored(draft: unknown): KeptCorrection | undefined {
  const { signUpId, email, isOpen } = (draft ?? {}) as Partial<Record<keyof KeptCorrection, unknown>>;
  return typeof signUpId === 'string' && typeof email === 'string' ? { signUpId, email, isOpen: isOpen === true } : undefined;
}

/** Journey 2: proving the address with the code that was sent to it. */
export const codeConfirmFlow: FlowDefinition<CodeConfirmState, CodeConfirmAction, undefined> = {
  name: 'code-confirm',

  start(_options, draft, { shared }) {
    const loginId = (draft as { loginId?: unknown } | undefined)?.loginId;
    // A sign-up begun since then comes first.
    if (typeof loginId === 'string' && !readPendingSignUp(shared)) return { name: 'confirmed', loginId };
    return { name: 'loading', kept: restored(draft) };
  },

  next(state, action) {
    switch (action.type) {
      case 'loaded':
        return loaded(state, action);
      case 'missed':
        return 'signUp' in state ? { name: 'gone', reason: 'elsewhere' } : { name: 'missing' };
      case 'ended':
        return { name: 'gone', reason: action.reason };
      case 'typed':
        return state.name === 'entering'
          ? { name: 'entering', ...entryOf(state), code: action.code, attempts: state.attempts, problem: state.problem }
          : state;
      case 'submitted':
        return submitted(state);
      case 'accepted':
        return { name: 'confirmed', loginId: action.loginId };
      case 'resend_asked':
        return state.name === 'entering' ? { name: 'resending', ...entryOf(state) } : state;
      case 'correction_opened':
        return state.name === 'entering'
          ? { name: 'correcting', signUp: state.signUp, code: state.code, email: state.correction ?? state.signUp.email }
          : state;
      case 'email_typed':
        return state.name === 'correcting'
          ? { name: 'correcting', signUp: state.signUp, code: state.code, email: action.email }
          : state;
      case 'correction_submitted':
        return correctionSubmitted(state);
      case 'correction_cancelled':
        return state.name === 'correcting'
          ? { name: 'entering', signUp: state.signUp, code: state.code, correction: state.email, attempts: 0 }
          : state;
      case 'retried':
        return retried(state);
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

  draft(state) {
    if (state.name === 'confirmed') return { loginId: state.loginId };
    if ('kept' in state) return state.kept;
    if (!('signUp' in state)) return undefined;
    const { signUpId } = state.signUp;
    if ('email' in state) return { signUpId, email: state.email, isOpen: true };
    return state.correction === undefined ? undefined : { signUpId, email: state.correction, isOpen: false };
  },
};
