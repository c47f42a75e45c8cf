import { html, nothing, type TemplateResult } from 'lit';
import type { PendingRequest } from '../../../sdk/contract/administration.js';
import type { FlowProblem } from '../../../sdk/flows/problem.js';
import type { UserAdminState } from '../../../sdk/flows/user-admin/user-admin.js';
import { decisionNotice } from './notice.js';
import { reasonError } from './reason.js';
import { refusal } from './refusal.js';
import { requests } from './requests.js';
import { users } from './users.js';
import type { Words } from './words.js';

/** States with the lists on the screen. */
export type Lists = Extract<UserAdminState, { readonly membership: object }>;

export interface ListsOptions {
  readonly words: Words;
  readonly state: Lists;
  /** A problem as an alert; nothing when there is none. */
  readonly alert: (problem: FlowProblem | undefined) => unknown;
  /** Where a screen reader is spoken to. */
  readonly status: TemplateResult;
  readonly onGrant: (request: PendingRequest) => void;
  readonly onRefuse: (request: PendingRequest) => void;
  readonly onPage: (list: 'requests' | 'users', page: number) => void;
  readonly onReason: (event: Event) => void;
  readonly onReasonSubmitted: (event: Event) => void;
  readonly onRefusalCancelled: () => void;
}

function refusalDialog(options: ListsOptions): TemplateResult | typeof nothing {
  const { words, state, alert, status } = options;
  if (state.name !== 'refusing' && state.name !== 'deciding_refusal') return nothing;
  const asking = state.name === 'refusing' ? state : undefined;
  const error = reasonError(words, asking?.issue, asking?.problem);
  return refusal({
    words,
    request: state.request,
    reason: state.reason,
    error,
    problem: error ? nothing : alert(asking?.problem),
    busy: !asking,
    status,
    onReason: options.onReason,
    onSubmit: options.onReasonSubmitted,
    onCancel: options.onRefusalCancelled,
  });
}

/** What was decided, what waits, and who is there. */
export function lists(options: ListsOptions): TemplateResult {
  const { words, state, alert, onGrant, onRefuse, onPage } = options;
  const listed = state.name === 'listed' ? state : undefined;
  const busy = !listed;
  return html`${decisionNotice(words, listed?.notice)} ${alert(listed?.problem)}
    ${requests({
      words,
      requests: state.requests,
      granting: state.name === 'deciding' ? state.request.habilitation.habilitationId : undefined,
      busy,
      onGrant,
      onRefuse,
      onPage: (page) => onPage('requests', page),
    })}
    ${users({ words, users: state.users, busy, onPage: (page) => onPage('users', page) })} ${refusalDialog(options)}`;
}
