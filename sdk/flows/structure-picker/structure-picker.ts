import type { Membership } from '../../contract/membership.js';
import type { StructureDetails, StructurePage } from '../../contract/structure.js';
import type { Failed, FlowDefinition } from '../flow.js';
import type { FlowProblem } from '../problem.js';

export interface StructurePickerOptions {
  /** True: "Valider" attaches the signed-in person. False: it only chooses, and no session is needed. */
  readonly attach: boolean;
}

export interface StructureSearch {
  /** As typed. */
  readonly query: string;
}

export type StructurePickerState =
  | ({ readonly name: 'asking'; readonly issue?: 'query_required'; readonly problem?: FlowProblem; readonly attempts: number } & StructureSearch)
  | ({ readonly name: 'searching'; readonly page: number } & StructureSearch)
  /** `found` answers `searched`, which may differ from what has been typed since. */
  | ({ readonly name: 'found'; readonly searched: string; readonly found: StructurePage; readonly problem?: FlowProblem } & StructureSearch)
  | ({ readonly name: 'opening'; readonly siret: string; readonly searched: string; readonly found: StructurePage } & StructureSearch)
  | ({
      readonly name: 'checking_details';
      readonly structure: StructureDetails;
      readonly searched: string;
      readonly found: StructurePage;
      readonly problem?: FlowProblem;
    } & StructureSearch)
  | ({ readonly name: 'attaching'; readonly structure: StructureDetails; readonly searched: string; readonly found: StructurePage } & StructureSearch)
  | { readonly name: 'chosen'; readonly structure: StructureDetails }
  | { readonly name: 'attached'; readonly structure: StructureDetails; readonly membership: Membership };

export type StructurePickerAction =
  | { readonly type: 'typed'; readonly query: string }
  | { readonly type: 'submitted' }
  | { readonly type: 'page_chosen'; readonly page: number }
  | { readonly type: 'found'; readonly found: StructurePage }
  | { readonly type: 'structure_chosen'; readonly siret: string }
  | { readonly type: 'opened'; readonly structure: StructureDetails }
  | { readonly type: 'back' }
  | { readonly type: 'validated' }
  | { readonly type: 'chosen' }
  | { readonly type: 'attached'; readonly membership: Membership }
  | { readonly type: 'restarted' }
  | Failed;

function asking(query: string, attempts = 0): StructurePickerState {
  return { name: 'asking', query, attempts };
}

function submitted(state: StructurePickerState): StructurePickerState {
  if (state.name !== 'asking' && state.name !== 'found') return state;
  const { query } = state;
  if (query.trim()) return { name: 'searching', query, page: 1 };
  return { name: 'asking', query, issue: 'query_required', attempts: (state.name === 'asking' ? state.attempts : 0) + 1 };
}

function failed(state: StructurePickerState, problem: FlowProblem): StructurePickerState {
  switch (state.name) {
    case 'searching':
      return { name: 'asking', query: state.query, problem, attempts: 0 };
    case 'opening':
      return { name: 'found', query: state.query, searched: state.searched, found: state.found, problem };
    case 'attaching':
      return { ...state, name: 'checking_details', problem };
    default:
      return state;
  }
}

/** Journey 5: finding one's structure, checking it, and attaching oneself to it. */
export const structurePickerFlow: FlowDefinition<StructurePickerState, StructurePickerAction, StructurePickerOptions> = {
  name: 'structure-picker',

  start(_options, draft) {
    const query = (draft as { query?: unknown } | undefined)?.query;
    return asking(typeof query === 'string' ? query : '');
  },

  next(state, action) {
    switch (action.type) {
      case 'typed':
        if (state.name === 'asking') return asking(action.query, state.attempts);
        return state.name === 'found' ? { ...state, query: action.query } : state;
      case 'submitted':
        return submitted(state);
      case 'page_chosen':
        return state.name === 'found' ? { name: 'searching', query: state.searched, page: action.page } : state;
      case 'found':
        return state.name === 'searching'
          ? { name: 'found', query: state.query, searched: state.query, found: action.found }
          : state;
      case 'structure_chosen': {
        if (state.name !== 'found') return state;
        const chosen = state.found.results.find(({ siret }) => siret === action.siret);
        // A closed establishment is shown as such and can't be chosen.
        if (!chosen || chosen.closed) return state;
        return { name: 'opening', query: state.query, siret: action.siret, searched: state.searched, found: state.found };
      }
      case 'opened':
        if (state.name !== 'opening') return state;
        return {
          name: 'checking_details',
          query: state.query,
          searched: state.searched,
          found: state.found,
          structure: action.structure,
        };
      case 'back':
        if (state.name !== 'checking_details' && state.name !== 'opening') return state;
        return { name: 'found', query: state.query, searched: state.searched, found: state.found };
      case 'validated':
        if (state.name !== 'checking_details' || state.structure.closed) return state;
        return {
          name: 'attaching',
          query: state.query,
          searched: state.searched,
          found: state.found,
          structure: state.structure,
        };
      case 'chosen':
        return state.name === 'attaching' ? { name: 'chosen', structure: state.structure } : state;
      case 'attached':
        return state.name === 'attaching'
          ? { name: 'attached', structure: state.structure, membership: action.membership }
          : state;
      case 'restarted':
        return state.name === 'attached' || state.name === 'chosen' ? asking('') : state;
      case 'failed':
        return failed(state, action.problem);
    }
  },

  work: {
    async searching({ query, page }, { client, signal }) {
      return { type: 'found', found: await client.structures.search(query.trim().slice(0, 200), page, { signal }) };
    },
    async opening({ siret }, { client, signal }) {
      return { type: 'opened', structure: await client.structures.read(siret, { signal }) };
    },
    async attaching({ structure }, { client, signal, keyFor }, { attach }) {
      if (!attach) return { type: 'chosen' };
      const { siret } = structure;
      return { type: 'attached', membership: await client.memberships.create(siret, { signal, idempotencyKey: keyFor(siret) }) };
    },
  },

  workKey: (state) => (state.name === 'searching' ? `searching ${state.page} ${state.query}` : state.name),

  draft: (state) => ('query' in state && state.query ? { query: state.query } : undefined),
};
