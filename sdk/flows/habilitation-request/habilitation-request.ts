import type { Habilitation } from '../../contract/habilitation.js';
import type { HabilitationCase } from '../../contract/habilitation-case.js';
import type { Membership } from '../../contract/membership.js';
import type { Service } from '../../contract/service.js';
import type { Failed, FlowDefinition, WorkTools } from '../flow.js';
import type { FlowProblem } from '../problem.js';

export interface HabilitationRequestOptions {
  readonly membershipId: string;
  readonly serviceId: string;
}

export interface HabilitationRequestSubject {
  readonly membership: Membership;
  readonly service: Service;
}

export type HabilitationRequestState =
  | { readonly name: 'loading' }
  | { readonly name: 'unavailable'; readonly problem: FlowProblem }
  | ({
      readonly name: 'reading';
      readonly case: HabilitationCase;
      /** The case is another than the one that was accepted: the person is asked again. */
      readonly changed: boolean;
      readonly problem?: FlowProblem;
    } & HabilitationRequestSubject)
  | ({ readonly name: 'accepting'; readonly case: HabilitationCase } & HabilitationRequestSubject)
  | ({ readonly name: 'accepted'; readonly case: HabilitationCase; readonly habilitation: Habilitation } & HabilitationRequestSubject)
  /** It was asked for already, here or in another tab. */
  | ({ readonly name: 'already'; readonly habilitation: Habilitation } & HabilitationRequestSubject)
  | ({ readonly name: 'declined' } & HabilitationRequestSubject);

export type HabilitationRequestAction =
  | ({ readonly type: 'loaded'; readonly case: HabilitationCase } & HabilitationRequestSubject)
  | ({ readonly type: 'already'; readonly habilitation: Habilitation } & HabilitationRequestSubject)
  | { readonly type: 'accepted' }
  | { readonly type: 'created'; readonly habilitation: Habilitation }
  | { readonly type: 'declined' }
  | { readonly type: 'retried' }
  | Failed;

/** Whether there is nothing left to ask. One that waits where nobody is left to decide may become a claim of its requester. */
function isSettled({ state }: Habilitation, { administration }: Membership): boolean {
  if (state === 'awaiting_administrator') return administration !== 'none';
  return state === 'awaiting_letter' || state === 'granted';
}

function notFound(): FlowProblem {
  return { code: 'not_found' };
}

async function load({ client, signal }: WorkTools, options: HabilitationRequestOptions): Promise<HabilitationRequestAction> {
  const { membershipId, serviceId } = options;
  const [memberships, offers] = await Promise.all([
    client.memberships.list({ signal }),
    client.services.list(membershipId, { signal }),
  ]);
  const membership = memberships.find((one) => one.membershipId === membershipId);
  const offer = offers.find(({ service }) => service.serviceId === serviceId);
  if (!membership || !offer) return { type: 'failed', problem: notFound() };
  const subject = { membership, service: offer.service };
  if (offer.habilitation && isSettled(offer.habilitation, membership)) {
    return { type: 'already', habilitation: offer.habilitation, ...subject };
  }
  return { type: 'loaded', case: await client.habilitations.readCase(membershipId, serviceId, { signal }), ...subject };
}

function failed(state: HabilitationRequestState, problem: FlowProblem): HabilitationRequestState {
  if (state.name === 'loading') return { name: 'unavailable', problem };
  if (state.name !== 'accepting') return state;
  const { membership, service } = state;
  return problem.code === 'case_changed' && problem.case
    ? { name: 'reading', case: problem.case, changed: true, membership, service }
    : { name: 'reading', case: state.case, changed: false, problem, membership, service };
}

/** Journey 8: reading what a request will do, and accepting it or not. */
export const habilitationRequestFlow: FlowDefinition<
  HabilitationRequestState,
  HabilitationRequestAction,
  HabilitationRequestOptions
> = {
  name: 'habilitation-request',

  start: () => ({ name: 'loading' }),

  next(state, action) {
    switch (action.type) {
      case 'loaded':
        return { name: 'reading', case: action.case, changed: false, membership: action.membership, service: action.service };
      case 'already':
        return { name: 'already', habilitation: action.habilitation, membership: action.membership, service: action.service };
      case 'accepted':
        return state.name === 'reading'
          ? { name: 'accepting', case: state.case, membership: state.membership, service: state.service }
          : state;
      case 'created':
        if (state.name !== 'accepting') return state;
        return {
          name: 'accepted',
          case: state.case,
          habilitation: action.habilitation,
          membership: state.membership,
          service: state.service,
        };
      case 'declined':
        return state.name === 'reading'
          ? { name: 'declined', membership: state.membership, service: state.service }
          : state;
      case 'retried':
        return state.name === 'unavailable' || state.name === 'declined' ? { name: 'loading' } : state;
      case 'failed':
        return failed(state, action.problem);
    }
  },

  work: {
    loading: (_state, tools, options) => load(tools, options),

    async accepting({ case: acceptedCase }, { client, signal, keyFor }, { membershipId, serviceId }) {
      const input = { membershipId, serviceId, acceptedCase };
      return { type: 'created', habilitation: await client.habilitations.create(input, { signal, idempotencyKey: keyFor(input) }) };
    },
  },
};
