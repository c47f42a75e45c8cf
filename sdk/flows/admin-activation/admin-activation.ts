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

interface Entry extends Waiting {
  /** As typed. */
  readonly code: string;
  readonly handedOver: boolean;
}

export type AdminActivationErrors = Readonly<Partial<Record<'code' | 'handedOver', string>>>;

export type AdminActivationState =
  | { readonly name: 'loading' }
  | { readonly name: 'unavailable'; readonly problem: FlowProblem }
  /** This person has no claim under way. */
  | { readonly name: 'none' }
  | ({
      readonly name: 'waiting';
      readonly errors: AdminActivationErrors;
      readonly attempts: number;
      readonly problem?: FlowProblem;
      readonly notice?: 'letter_requested';
    } & Entry)
  | ({ readonly name: 'activating'; readonly attempts: number } & Entry)
  | ({ readonly name: 'requesting_letter' } & Entry)
  /** "Are you sure?" before giving up. */
  | ({ readonly name: 'confirming_cancel'; readonly problem?: FlowProblem } & Entry)
  | ({ readonly name: 'cancelling' } & Entry)
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
  | { readonly type: 'retried' }
  | Failed;

/** Refusals after which the claim itself is another, and is read anew. */
const CLAIM_CHANGED = new Set(['claim_activated', 'claim_cancelled', 'claim_lapsed', 'claim_disowned']);

function entryOf({ claim, resendAt, code, handedOver }: Entry): Entry {
  return { claim, resendAt, code, handedOver };
}

function judge({ code, handedOver }: Entry): AdminActivationErrors {
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
  const kept = 'code' in state ? { code: state.code, handedOver: state.handedOver } : { code: '', handedOver: false };
  return { name: 'waiting', claim, resendAt, ...kept, errors: {}, attempts: 0, notice };
}

function edited(state: AdminActivationState, change: Partial<Pick<Entry, 'code' | 'handedOver'>>): AdminActivationState {
  if (state.name !== 'waiting') return state;
  const entry = { ...entryOf(state), ...change };
  const errors = Object.keys(state.errors).length ? judge(entry) : state.errors;
  return { name: 'waiting', ...entry, errors, attempts: state.attempts, problem: state.problem };
}

function submitted(state: AdminActivationState): AdminActivationState {
  if (state.name !== 'waiting') return state;
  const errors = judge(state);
  const attempts = state.attempts + 1;
  return Object.keys(errors).length
    ? { name: 'waiting', ...entryOf(state), errors, attempts }
    : { name: 'activating', ...entryOf(state), attempts };
}

function failed(state: AdminActivationState, problem: FlowProblem): AdminActivationState {
  if (state.name === 'loading') return { name: 'unavailable', problem };
  if (CLAIM_CHANGED.has(problem.code)) return { name: 'loading' };
  switch (state.name) {
    case 'activating': {
      const { triesLeft } = problem;
      const claim = triesLeft === undefined ? state.claim : { ...state.claim, letter: { ...state.claim.letter, triesLeft } };
      return { name: 'waiting', ...entryOf(state), claim, errors: {}, attempts: state.attempts, problem };
    }
    case 'requesting_letter':
      return { name: 'waiting', ...entryOf(state), errors: {}, attempts: 0, problem };
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
        return state.name === 'waiting' && state.resendAt !== null ? { name: 'requesting_letter', ...entryOf(state) } : state;
      case 'cancel_asked':
        return state.name === 'waiting' ? { name: 'confirming_cancel', ...entryOf(state) } : state;
      case 'cancel_confirmed':
        return state.name === 'confirming_cancel' ? { name: 'cancelling', ...entryOf(state) } : state;
      case 'cancel_declined':
        return state.name === 'confirming_cancel'
          ? { name: 'waiting', ...entryOf(state), errors: {}, attempts: 0 }
          : state;
      case 'retried':
        return state.name === 'unavailable' || state.name === 'waiting' ? { name: 'loading' } : state;
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
