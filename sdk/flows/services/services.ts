import type { Membership } from '../../contract/membership.js';
import type { ServiceOffer } from '../../contract/service.js';
import { JOB_FUNCTIONS, type JobFunction } from '../../rules/job-function.js';
import type { Failed, FlowDefinition, WorkTools } from '../flow.js';
import type { FlowProblem } from '../problem.js';

export interface ServicesOptions {
  /** Structure to show first; the default one when absent or not the person's. */
  readonly membershipId: string | undefined;
}

/** What the screen lists. */
export interface ServicesListing {
  readonly memberships: readonly Membership[];
  /** The structure shown; none for someone who isn't attached yet. */
  readonly current: Membership | undefined;
  readonly offers: readonly ServiceOffer[];
}

/** A function that was chosen and not saved when the page went away, to be taken up again. */
export interface KeptFunction {
  readonly membershipId: string;
  readonly choice: JobFunction;
}

export type ServicesState =
  | { readonly name: 'loading'; readonly membershipId: string | undefined; readonly kept?: KeptFunction }
  | { readonly name: 'unavailable'; readonly membershipId: string | undefined; readonly problem: FlowProblem; readonly kept?: KeptFunction }
  | ({
      readonly name: 'listed';
      readonly notice?: 'function_saved';
      /** The same is being read anew, while what is known stays on the screen. */
      readonly refreshing?: boolean;
      /** A quiet refresh found the session over; any other failure of one is not worth a word. */
      readonly problem?: FlowProblem;
    } & ServicesListing)
  | ({ readonly name: 'choosing_function'; readonly choice: JobFunction | ''; readonly issue?: string; readonly problem?: FlowProblem } & ServicesListing)
  | ({ readonly name: 'saving_function'; readonly choice: JobFunction } & ServicesListing);

export type ServicesAction =
  | ({ readonly type: 'loaded'; readonly notice?: 'function_saved' } & ServicesListing)
  | { readonly type: 'membership_chosen'; readonly membershipId: string }
  /** `quietly`: what is known stays on the screen meanwhile, and if no answer comes. */
  | { readonly type: 'refreshed'; readonly quietly?: boolean }
  | { readonly type: 'function_opened' }
  | { readonly type: 'function_chosen'; readonly choice: JobFunction | '' }
  | { readonly type: 'function_submitted' }
  | { readonly type: 'function_cancelled' }
  | { readonly type: 'retried' }
  | Failed;

function listingOf({ memberships, current, offers }: ServicesListing): ServicesListing {
  return { memberships, current, offers };
}

function functionSubmitted(state: ServicesState): ServicesState {
  if (state.name !== 'choosing_function') return state;
  return state.choice
    ? { name: 'saving_function', choice: state.choice, ...listingOf(state) }
    : { name: 'choosing_function', choice: '', issue: 'job_function_required', ...listingOf(state) };
}

function loaded(state: ServicesState, action: Extract<ServicesAction, { type: 'loaded' }>): ServicesState {
  const kept = state.name === 'loading' ? state.kept : undefined;
  if (kept && kept.membershipId === action.current?.membershipId) {
    return { name: 'choosing_function', choice: kept.choice, ...listingOf(action) };
  }
  const same = state.name === 'listed' && state.current?.membershipId === action.current?.membershipId;
  return { name: 'listed', notice: action.notice ?? (same ? state.notice : undefined), ...listingOf(action) };
}

function refreshed(state: ServicesState, quietly: boolean | undefined): ServicesState {
  if (state.name !== 'listed') return state;
  if (!quietly) return { name: 'loading', membershipId: state.current?.membershipId };
  return state.refreshing ? state : { ...state, refreshing: true };
}

function failed(state: ServicesState, problem: FlowProblem): ServicesState {
  if (state.name === 'loading') return { ...state, name: 'unavailable', problem };
  if (state.name === 'listed') {
    const over = problem.code === 'session_required' ? problem : undefined;
    return { name: 'listed', notice: state.notice, problem: over, ...listingOf(state) };
  }
  if (state.name !== 'saving_function') return state;
  return { name: 'choosing_function', choice: state.choice, problem, ...listingOf(state) };
}

async function load(membershipId: string | undefined, { client, signal }: WorkTools): Promise<ServicesAction> {
  const memberships = await client.memberships.list({ signal });
  const current = memberships.find((one) => one.membershipId === membershipId) ?? memberships[0];
  return { type: 'loaded', memberships, current, offers: await client.services.list(current?.membershipId, { signal }) };
}

/** A function as a draft gives it; nothing when it doesn't fit. */
function restored(draft: { readonly membershipId?: unknown; readonly choice?: unknown }): KeptFunction | undefined {
  const choice = JOB_FUNCTIONS.find((one) => one === draft.choice);
  return choice && typeof draft.membershipId === 'string' ? { membershipId: draft.membershipId, choice } : undefined;
}

/** Journey 7: the services, what stands in the way of each, and one's function. */
export const servicesFlow: FlowDefinition<ServicesState, ServicesAction, ServicesOptions> = {
  name: 'services',

  start(options, draft) {
    const given = (draft ?? {}) as { membershipId?: unknown; choice?: unknown };
    const before = typeof given.membershipId === 'string' ? given.membershipId : undefined;
    return { name: 'loading', membershipId: options.membershipId ?? before, kept: restored(given) };
  },

  next(state, action) {
    switch (action.type) {
      case 'loaded':
        return loaded(state, action);
      case 'membership_chosen':
        return state.name === 'listed' || state.name === 'loading'
          ? { name: 'loading', membershipId: action.membershipId }
          : state;
      case 'refreshed':
        return refreshed(state, action.quietly);
      case 'function_opened':
        if (state.name !== 'listed' || !state.current) return state;
        return { name: 'choosing_function', choice: state.current.jobFunction ?? '', ...listingOf(state) };
      case 'function_chosen':
        if (state.name !== 'choosing_function') return state;
        return { name: 'choosing_function', choice: action.choice, ...listingOf(state) };
      case 'function_submitted':
        return functionSubmitted(state);
      case 'function_cancelled':
        return state.name === 'choosing_function' ? { name: 'listed', ...listingOf(state) } : state;
      case 'retried':
        return state.name === 'unavailable' ? { name: 'loading', membershipId: state.membershipId, kept: state.kept } : state;
      case 'failed':
        return failed(state, action.problem);
    }
  },

  work: {
    loading: ({ membershipId }, tools) => load(membershipId, tools),

    listed: async ({ refreshing, current }, tools) => (refreshing ? load(current?.membershipId, tools) : undefined),

    async saving_function({ choice, current, memberships }, { client, signal }) {
      if (!current) return undefined;
      const saved = await client.memberships.update(current.membershipId, { jobFunction: choice }, { signal });
      return {
        type: 'loaded',
        notice: 'function_saved',
        memberships: memberships.map((one) => (one.membershipId === saved.membershipId ? saved : one)),
        current: saved,
        offers: await client.services.list(saved.membershipId, { signal }),
      };
    },
  },

  workKey(state) {
    if (state.name === 'loading') return `loading ${state.membershipId}`;
    return state.name === 'listed' && state.refreshing ? 'refreshing' : state.name;
  },

  draft(state) {
    if ('kept' in state && state.kept) return state.kept;
    const membershipId = 'current' in state ? state.current?.membershipId : state.membershipId;
    if (!membershipId) return undefined;
    const isChanged = 'choice' in state && state.choice !== (state.current?.jobFunction ?? '');
    return isChanged ? { membershipId, choice: state.choice } : { membershipId };
  },
};
