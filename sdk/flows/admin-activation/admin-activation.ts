import type { Claim } from '../../contract/claim.js';
import { checkActivationCode, readActivationCode } from '../../rules/index.js';
import type { Failed, FlowDefinition, WorkTools } from '../flow.js';
import type { FlowProblem } from '../problem.js';

export interface AdminActivationOptions {
  /** The claim to take up; the person's open one when absent. */
  readonly claimId: string | undefined;
}

/** The claim on the screen; `resendAt` is of the machine's clock in milliseconds, `null` when no more letter may be asked for. */
interface Waiting {
  readonly claim: Claim;
  readonly resendAt: number | null;
}

export interface AdminActivationEntry extends Waiting {
  /** As typed. */
  readonly code: string;
  readonly handedOver: boolean;
}

export type AdminActivationErrors = Readonly<Partial<Record<'code' | 'handedOver', string>>>;

/** The claim on the screen, its form, and what was last said about either. */
export interface AdminActivationShown extends AdminActivationEntry {
  readonly errors: AdminActivationErrors;
  /** Submissions so far: a screen moves the focus to the first wrong field when it grows. */
  readonly attempts: number;
  readonly problem?: FlowProblem;
  readonly notice?: 'letter_requested';
}

export type AdminActivationState =
  | { readonly name: 'loading' }
  | { readonly name: 'unavailable'; readonly problem: FlowProblem }
  /** This person has no claim under way. */
  | { readonly name: 'none' }
  | ({ readonly name: 'waiting' } & AdminActivationShown)
  /** As `waiting`, and open to the same actions, while the claim is read anew. */
  | ({ readonly name: 'refreshing' } & AdminActivationShown)
  | ({ readonly name: 'activating'; readonly attempts: number } & AdminActivationEntry)
  | ({ readonly name: 'requesting_letter' } & AdminActivationEntry)
  /** "Are you sure?" before giving up. */
  | ({ readonly name: 'confirming_cancel'; readonly problem?: FlowProblem } & AdminActivationEntry)
  | ({ readonly name: 'cancelling' } & AdminActivationEntry)
  | { readonly name: 'activated'; readonly claim: Claim }
  | { readonly name: 'ended'; readonly claim: Claim; readonly reason: 'lapsed' | 'cancelled' | 'disowned' };

export type AdminActivationAction =
  | { readonly type: 'loaded'; readonly claim: Claim; readonly resendAt: number | null; readonly notice?: 'letter_requested' }
  | { readonly type: 'none' }
  | { readonly type: 'typed'; readonly code: string }
  | { readonly type: 'hand_over_ticked'; readonly handedOver: boolean }
  | { readonly type: 'submitted' }
  | { readonly type: 'letter_asked' }
  | { readonly type: 'cancel_asked' }
  | { readonly type: 'cancel_confirmed' }
  | { readonly type: 'cancel_declined' }
  /** Reads again: quietly where a claim is on the screen. */
  | { readonly type: 'retried' }
  | Failed;

/** Refusals after which the claim itself is another, and is read anew. */
const CLAIM_CHANGED = new Set(['claim_activated', 'claim_cancelled', 'claim_lapsed', 'claim_disowned']);

/** Refusals that show that the claim on the screen, or its letter, is no longer as it was. */
const LETTER_CHANGED = new Set([
  'letter_not_sent',
  'letter_replaced',
  'letter_too_soon',
  'letter_quota_reached',
  'activation_code_expired',
  'activation_tries_exhausted',
]);

function entryOf({ claim, resendAt, code, handedOver }: AdminActivationEntry): AdminActivationEntry {
  return { claim, resendAt, code, handedOver };
}

function judge({ code, handedOver }: AdminActivationEntry): AdminActivationErrors {
  const issue = checkActivationCode(code);
  return {
    ...(!handedOver && { handedOver: 'handed_over_required' }),
    ...(issue && { code: issue }),
  };
}

function arrived(claim: Claim, { now }: WorkTools, notice?: 'letter_requested'): AdminActivationAction {
  return { type: 'loaded', claim, resendAt: claim.resendIn === null ? null : now() + claim.resendIn * 1000, notice };
}

function loaded(state: AdminActivationState, action: Extract<AdminActivationAction, { type: 'loaded' }>): AdminActivationState {
  const { claim, resendAt, notice } = action;
  if (claim.state === 'activated') return { name: 'activated', claim };
  if (claim.state !== 'open') return { name: 'ended', claim, reason: claim.state };
  if (state.name === 'refreshing') return { ...state, name: 'waiting', claim, resendAt };
  const kept = 'code' in state ? { code: state.code, handedOver: state.handedOver } : { code: '', handedOver: false };
  return { name: 'waiting', claim, resendAt, ...kept, errors: {}, attempts: 0, notice };
}

function isShown(state: AdminActivationState): state is Extract<AdminActivationState, AdminActivationShown> {
  return state.name === 'waiting' || state.name === 'refreshing';
}

function edited(state: AdminActivationState, change: Partial<Pick<AdminActivationEntry, 'code' | 'handedOver'>>): AdminActivationState {
  if (!isShown(state)) return state;
  const entry = { ...state, ...change };
  return { ...entry, errors: Object.keys(state.errors).length ? judge(entry) : state.errors };
}

function submitted(state: AdminActivationState): AdminActivationState {
  if (!isShown(state)) return state;
  const errors = judge(state);
  const attempts = state.attempts + 1;
  return Object.keys(errors).length
    ? { name: state.name, ...entryOf(state), errors, attempts }
    : { name: 'activating', ...entryOf(state), attempts };
}

/** Back to the form, with why; the claim is read anew when it isn't what the screen showed. */
function refused(entry: AdminActivationEntry, attempts: number, problem: FlowProblem): AdminActivationState {
  return { name: LETTER_CHANGED.has(problem.code) ? 'refreshing' : 'waiting', ...entryOf(entry), errors: {}, attempts, problem };
}

function failed(state: AdminActivationState, problem: FlowProblem): AdminActivationState {
  if (state.name === 'loading') return { name: 'unavailable', problem };
  if (CLAIM_CHANGED.has(problem.code)) return { name: 'loading' };
  switch (state.name) {
    case 'activating': {
      const { triesLeft } = problem;
      const claim = triesLeft === undefined ? state.claim : { ...state.claim, letter: { ...state.claim.letter, triesLeft } };
      return refused({ ...state, claim }, state.attempts, problem);
    }
    case 'refreshing':
      // Nobody asked for it, so nobody is troubled with it; a lost session concerns whatever comes next.
      return { ...state, name: 'waiting', problem: problem.code === 'session_required' ? problem : state.problem };
    case 'requesting_letter':
      return refused(state, 0, problem);
    case 'cancelling':
      return { name: 'confirming_cancel', ...entryOf(state), problem };
    default:
      return state;
  }
}

/** Journey 9: waiting for the letter, and typing its code. */
export const adminActivationFlow: FlowDefinition<AdminActivationState, AdminActivationAction, AdminActivationOptions> = {
  name: 'admin-activation',

  start: () => ({ name: 'loading' }),

  next(state, action) {
    switch (action.type) {
      case 'loaded':
        return loaded(state, action);
      case 'none':
        return { name: 'none' };
      case 'typed':
        return edited(state, { code: action.code });
      case 'hand_over_ticked':
        return edited(state, { handedOver: action.handedOver });
      case 'submitted':
        return submitted(state);
      case 'letter_asked':
        return isShown(state) && state.resendAt !== null ? { name: 'requesting_letter', ...entryOf(state) } : state;
      case 'cancel_asked':
        return isShown(state) ? { name: 'confirming_cancel', ...entryOf(state) } : state;
      case 'cancel_confirmed':
        return state.name === 'confirming_cancel' ? { name: 'cancelling', ...entryOf(state) } : state;
      case 'cancel_declined':
        return state.name === 'confirming_cancel'
          ? { name: 'waiting', ...entryOf(state), errors: {}, attempts: 0 }
          : state;
      case 'retried':
        if (state.name === 'waiting') return { ...state, name: 'refreshing' };
        return state.name === 'unavailable' ? { name: 'loading' } : state;
      case 'failed':
        return failed(state, action.problem);
    }
  },

  work: {
    async loading(_state, tools, { claimId }) {
      const { client, signal } = tools;
      const id = claimId ?? (await client.memberships.list({ signal })).find((one) => one.openClaimId)?.openClaimId;
      return id ? arrived(await client.claims.read(id, { signal }), tools) : { type: 'none' };
    },

    async refreshing({ claim }, tools) {
      return arrived(await tools.client.claims.read(claim.claimId, { signal: tools.signal }), tools);
    },

    async activating({ claim, code }, tools) {
      const read = readActivationCode(code);
      if (!read) return undefined;
      return arrived(await tools.client.claims.activate(claim.claimId, read, { signal: tools.signal }), tools);
    },

    async requesting_letter({ claim }, tools) {
      const options = { signal: tools.signal, idempotencyKey: tools.keyFor(claim.claimId) };
      return arrived(await tools.client.claims.resendLetter(claim.claimId, options), tools, 'letter_requested');
    },

    async cancelling({ claim }, tools) {
      const options = { signal: tools.signal, idempotencyKey: tools.keyFor(claim.claimId) };
      return arrived(await tools.client.claims.cancel(claim.claimId, options), tools);
    },
  },
};
