import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PendingRequest } from '../../../sdk/contract/administration.js';
import type { PageOf } from '../../../sdk/flows/user-admin/user-admin.js';
import { formatDay } from '../../shared/days.js';
import { pager } from './pager.js';
import { listTitle, nameOf, type Words } from './words.js';

export interface RequestsOptions {
  readonly words: Words;
  readonly requests: PageOf<PendingRequest>;
  /** Request that is being granted. */
  readonly granting: string | undefined;
  /** Any work is under way. */
  readonly busy: boolean;
  readonly onGrant: (request: PendingRequest) => void;
  readonly onRefuse: (request: PendingRequest) => void;
  readonly onPage: (page: number) => void;
}

function buttons(request: PendingRequest, { words: { own }, granting, busy, onGrant, onRefuse }: RequestsOptions): TemplateResult {
  const { habilitation, user, serviceName } = request;
  if (user.isSelf) return html`<p class="muted">${own.ownRequest}</p>`;
  const of = html`<span class="hidden"> ${own.ofRequest(nameOf(user), serviceName)}</span>`;
  const waiting = busy ? 'true' : nothing;
  return html`<div class="row">
    <button class="primary" type="button" aria-disabled=${waiting} @click=${() => onGrant(request)}>
      ${granting === habilitation.habilitationId ? own.deciding : html`<span>${own.approve}${of}</span>`}
    </button>
    <button
      class="danger"
      type="button"
      data-refuse=${habilitation.habilitationId}
      aria-haspopup="dialog"
      aria-disabled=${waiting}
      @click=${() => onRefuse(request)}
    >
      <span>${own.refuse}${of}</span>
    </button>
  </div>`;
}

function card(request: PendingRequest, options: RequestsOptions): TemplateResult {
  const { own, jobFunctions, locale } = options.words;
  const { habilitation, user, serviceName } = request;
  return html`<li class="card" part="request">
    <div class="who">
      <h4 tabindex="-1" data-request=${habilitation.habilitationId}>${nameOf(user)} <span class="for">– ${serviceName}</span></h4>
      ${user.isSelf ? html`<span class="badge">${own.self}</span>` : nothing}
    </div>
    <dl class="facts narrow">
      <div><dt>${own.jobFunction}</dt><dd>${jobFunctions[user.jobFunction ?? 'unset']}</dd></div>
      <div><dt>${own.email}</dt><dd>${user.email}</dd></div>
      <div>
        <dt>${own.since}</dt>
        <dd><time datetime=${habilitation.requestedAt}>${formatDay(habilitation.requestedAt, locale)}</time></dd>
      </div>
    </dl>
    ${buttons(request, options)}
  </li>`;
}

/** The requests that wait for a decision. */
export function requests(options: RequestsOptions): TemplateResult {
  const { words, requests: list, busy, onPage } = options;
  const { own } = words;
  return html`<section class="stack close" part="requests" aria-labelledby="requests" aria-busy=${busy ? 'true' : 'false'}>
    <h3 id="requests" tabindex="-1">${listTitle(words, own.requests, list)}</h3>
    ${list.results.length
      ? html`<ul class="people" role="list">
          ${repeat(
            list.results,
            ({ habilitation }) => habilitation.habilitationId,
            (request) => card(request, options),
          )}
        </ul>`
      : html`<p class="empty">${own.noRequests}</p>`}
    ${pager(words, own.requestPages, list, busy, onPage)}
  </section>`;
}
