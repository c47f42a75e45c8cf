import type { PendingRequest, UserRow } from '../../contract/administration.js';
import type { Membership } from '../../contract/membership.js';
import type { Failed, FlowDefinition, WorkTools } from '../flow.js';
import type { FlowProblem } from '../problem.js';

export interface UserAdminOptions {
  /** The administrator's own membership; the first one they administer when absent. */
  readonly membershipId: string | undefined;
}

/** One page of a list. */
export interface PageOf<Item> {
  readonly results: readonly Item[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

/** A refusal that was being written when the page went away, or the dialog was closed, to be taken up again. */
export interface KeptRefusal {
  readonly habilitationId: string;
  readonly reason: string;
  readonly isOpen: boolean;
}

export interface UserAdminListing {
  readonly membership: Membership;
  readonly requests: PageOf<PendingRequest>;
  readonly users: PageOf<UserRow>;
  readonly kept?: KeptRefusal;
}

/** What was just done, to be said once. */
export interface UserAdminNotice {
  readonly decision: 'grant' | 'refuse';
  readonly personName: string;
  readonly serviceName: string;
}

export type UserAdminState =
  | { readonly name: 'loading'; readonly kept?: KeptRefusal }
  | { readonly name: 'unavailable'; readonly problem: FlowProblem; readonly kept?: KeptRefusal }
  | { readonly name: 'not_administrator' }
  | ({ readonly name: 'listed'; readonly notice?: UserAdminNotice; readonly problem?: FlowProblem } & UserAdminListing)
  | ({ readonly name: 'turning_page'; readonly requestsPage: number; readonly usersPage: number } & UserAdminListing)
  | ({ readonly name: 'refusing'; readonly request: PendingRequest; readonly reason: string; readonly issue?: string; readonly problem?: FlowProblem } & UserAdminListing)
  | ({ readonly name: 'deciding'; readonly request: PendingRequest; readonly decision: 'grant' } & UserAdminListing)
  | ({ readonly name: 'deciding_refusal'; readonly request: PendingRequest; readonly reason: string } & UserAdminListing);

export type UserAdminAction =
  | ({ readonly type: 'loaded'; readonly notice?: UserAdminNotice; readonly problem?: FlowProblem } & UserAdminListing)
  | { readonly type: 'not_administrator' }
  | { readonly type: 'refreshed' }
  | { readonly type: 'page_chosen'; readonly list: 'requests' | 'users'; readonly page: number }
  | { readonly type: 'granted'; readonly habilitationId: string }
  | { readonly type: 'refusal_opened'; readonly habilitationId: string }
  | { readonly type: 'reason_typed'; readonly reason: string }
  | { readonly type: 'refusal_submitted' }
  | { readonly type: 'refusal_cancelled' }
  | { readonly type: 'retried' }
  | Failed;

/** Longest reason, in characters; the contract's own bound. */
export const REASON_MAX = 500;

function listingOf({ membership, requests, users, kept }: UserAdminListing): UserAdminListing {
  return { membership, requests, users, kept };
}

function requestIn({ requests }: UserAdminListing, habilitationId: string): PendingRequest | undefined {
  return requests.results.find(({ habilitation }) => habilitation.habilitationId === habilitationId);
}

async function listing(tools: WorkTools, membership: Membership, requestsPage = 1, usersPage = 1): Promise<UserAdminListing> {
  const { client, signal } = tools;
  const [requests, users] = await Promise.all([
    client.administration.listRequests(membership.membershipId, requestsPage, { signal }),
    client.administration.listUsers(membership.membershipId, usersPage, { signal }),
  ]);
  // Deciding on the last request of the last page would leave an empty page.
  if (!requests.results.length && requestsPage > 1) return listing(tools, membership, requestsPage - 1, usersPage);
  return { membership, requests, users };
}

async function decide(
  state: Extract<UserAdminState, { name: 'deciding' | 'deciding_refusal' }>,
  tools: WorkTools,
): Promise<UserAdminAction> {
  const { request, membership, requests, users } = state;
  const decision =
    state.name === 'deciding'
      ? { decision: 'grant' as const }
      : { decision: 'refuse' as const, reason: state.reason.trim() };
  const { habilitationId } = request.habilitation;
  const idempotencyKey = tools.keyFor([habilitationId, decision]);
  const notice = {
    decision: decision.decision,
    personName: `${request.user.firstName} ${request.user.lastName}`,
    serviceName: request.serviceName,
  };
  try {
    await tools.client.habilitations.decide(habilitationId, decision, { signal: tools.signal, idempotencyKey });
    return { type: 'loaded', notice, ...(await listing(tools, membership, requests.page, users.page)) };
  } catch (error) {
    const problem = (error as { problem?: FlowProblem }).problem;
    if (problem?.code !== 'already_decided') throw error;
    // Another administrator was faster: the list shows what holds now, and why nothing was done is said.
    const shown = { code: problem.code, state: problem.state, decidedBy: problem.decidedBy };
    return { type: 'loaded', problem: shown, ...(await listing(tools, membership, requests.page, users.page)) };
  }
}

function refusalSubmitted(state: UserAdminState): UserAdminState {
  if (state.name !== 'refusing') return state;
  const { request, reason } = state;
  const length = [...reason.trim()].length;
  const issue = length === 0 ? 'reason_required' : length > REASON_MAX ? 'reason_too_long' : undefined;
  return issue
    ? { name: 'refusing', request, reason, issue, ...listingOf(state) }
    : { name: 'deciding_refusal', request, reason, ...listingOf(state) };
}

/** Takes what an earlier life kept, and nothing that doesn't fit. */
function restored(draft: unknown): KeptRefusal | undefined {
  const { habilitationId, reason, isOpen } = (draft ?? {}) as Partial<Record<keyof KeptRefusal, unknown>>;
  return typeof habilitationId === 'string' && typeof reason === 'string' ? { habilitationId, reason, isOpen: isOpen === true } : undefined;
}

/** What is kept but for one request: another reason takes its place, or it is decided. */
function keptBeside({ kept }: { readonly kept?: KeptRefusal }, { habilitation }: PendingRequest): KeptRefusal | undefined {
  return kept?.habilitationId === habilitation.habilitationId ? undefined : kept;
}

/** What is kept of a refusal being written; a blank reason is nothing to keep. */
function keptOf(state: Extract<UserAdminState, { readonly reason: string }>, isOpen: boolean): KeptRefusal | undefined {
  const { habilitationId } = state.request.habilitation;
  return state.reason.trim() ? { habilitationId, reason: state.reason, isOpen } : keptBeside(state, state.request);
}

/** The lists; with a kept refusal opened again, when its request still waits. */
function loaded(state: UserAdminState, action: Extract<UserAdminAction, { type: 'loaded' }>): UserAdminState {
  const kept = 'request' in state ? keptBeside(state, state.request) : 'kept' in state ? state.kept : undefined;
  const lists = listingOf({ ...action, kept });
  const request = state.name === 'loading' && kept?.isOpen ? requestIn(action, kept.habilitationId) : undefined;
  if (kept && request) return { name: 'refusing', request, reason: kept.reason, ...lists };
  return { name: 'listed', notice: action.notice, problem: action.problem, ...lists };
}

function failed(state: UserAdminState, problem: FlowProblem): UserAdminState {
  switch (state.name) {
    case 'loading':
      if (problem.code === 'not_administrator') return { name: 'not_administrator' };
      return { name: 'unavailable', problem, kept: state.kept };
    case 'deciding':
    case 'turning_page':
      return { name: 'listed', problem, ...listingOf(state) };
    case 'deciding_refusal':
      return { name: 'refusing', request: state.request, reason: state.reason, problem, ...listingOf(state) };
    default:
      return state;
  }
}

/** Journey 10: the requests that wait for an administrator, and the users of the structure. */
export const userAdminFlow: FlowDefinition<UserAdminState, UserAdminAction, UserAdminOptions> = {
  name: 'user-admin',

  start: (_options, draft) => ({ name: 'loading', kept: restored(draft) }),

  next(state, action) {
    switch (action.type) {
      case 'loaded':
        return loaded(state, action);
      case 'not_administrator':
        return { name: 'not_administrator' };
      case 'refreshed':
        if (state.name !== 'listed') return state;
        return { name: 'turning_page', requestsPage: state.requests.page, usersPage: state.users.page, ...listingOf(state) };
      case 'page_chosen': {
        if (state.name !== 'listed') return state;
        const requestsPage = action.list === 'requests' ? action.page : state.requests.page;
        const usersPage = action.list === 'users' ? action.page : state.users.page;
        return { name: 'turning_page', requestsPage, usersPage, ...listingOf(state) };
      }
      case 'granted': {
        const request = state.name === 'listed' ? requestIn(state, action.habilitationId) : undefined;
        if (state.name !== 'listed' || !request || request.user.isSelf) return state;
        return { name: 'deciding', request, decision: 'grant', ...listingOf(state) };
      }
      case 'refusal_opened': {
        const request = state.name === 'listed' ? requestIn(state, action.habilitationId) : undefined;
        if (state.name !== 'listed' || !request || request.user.isSelf) return state;
        const reason = state.kept?.habilitationId === action.habilitationId ? state.kept.reason : '';
        return { name: 'refusing', request, reason, ...listingOf(state) };
      }
      case 'reason_typed':
        return state.name === 'refusing'
          ? { name: 'refusing', request: state.request, reason: action.reason, ...listingOf(state) }
          : state;
      case 'refusal_submitted':
        return refusalSubmitted(state);
      case 'refusal_cancelled':
        return state.name === 'refusing' ? { name: 'listed', ...listingOf(state), kept: keptOf(state, false) } : state;
      case 'retried':
        if (state.name === 'unavailable') return { name: 'loading', kept: state.kept };
        return state.name === 'not_administrator' ? { name: 'loading' } : state;
      case 'failed':
        return failed(state, action.problem);
    }
  },

  work: {
    async loading(_state, tools, { membershipId }) {
      const memberships = await tools.client.memberships.list({ signal: tools.signal });
      const membership = membershipId
        ? memberships.find((one) => one.membershipId === membershipId)
        : memberships.find(({ role }) => role === 'administrator');
      if (membership?.role !== 'administrator') return { type: 'not_administrator' };
      return { type: 'loaded', ...(await listing(tools, membership)) };
    },

    async turning_page({ membership, requestsPage, usersPage }, tools) {
      return { type: 'loaded', ...(await listing(tools, membership, requestsPage, usersPage)) };
    },

    deciding: (state, tools) => decide(state, tools),
    deciding_refusal: (state, tools) => decide(state, tools),
  },

  draft(state) {
    if ('reason' in state) return keptOf(state, true);
    return 'kept' in state ? state.kept : undefined;
  },
};
