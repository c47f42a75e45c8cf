import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { UserRow } from '../../../sdk/contract/administration.js';
import type { HabilitationState } from '../../../sdk/contract/habilitation.js';
import type { PageOf } from '../../../sdk/flows/user-admin/user-admin.js';
import { pager } from './pager.js';
import { listTitle, nameOf, type Words } from './words.js';

export interface UsersOptions {
  readonly words: Words;
  readonly users: PageOf<UserRow>;
  /** Any work is under way. */
  readonly busy: boolean;
  readonly onPage: (page: number) => void;
}

const TONES: Readonly<Record<HabilitationState, string>> = {
  awaiting_letter: 'warning-tone',
  awaiting_administrator: 'warning-tone',
  granted: 'success-tone',
  refused: 'error-tone',
  revoked: 'error-tone',
  cancelled: '',
  expired: '',
};

function rights({ own, habilitationStates }: Words, habilitations: UserRow['habilitations']): TemplateResult {
  if (!habilitations.length) return html`<span class="muted">${own.noHabilitation}</span>`;
  return html`<ul class="rights" role="list">
    ${habilitations.map(
      ({ habilitation: { state }, serviceName }) =>
        html`<li>${serviceName} <span class="badge ${TONES[state]}" part="state">${habilitationStates[state]}</span></li>`,
    )}
  </ul>`;
}

function row({ user, habilitations }: UserRow, words: Words): TemplateResult {
  const { own, jobFunctions } = words;
  return html`<li class="card" part="user">
    <div class="who">
      <h4>${nameOf(user)}</h4>
      ${user.isSelf ? html`<span class="badge">${own.self}</span>` : nothing}
    </div>
    <dl class="facts narrow">
      <div><dt>${own.role}</dt><dd>${own.roles[user.role]}</dd></div>
      <div><dt>${own.jobFunction}</dt><dd>${jobFunctions[user.jobFunction ?? 'unset']}</dd></div>
      <div><dt>${own.email}</dt><dd>${user.email}</dd></div>
    </dl>
    <dl class="facts">
      <div><dt>${own.habilitations}</dt><dd>${rights(words, habilitations)}</dd></div>
    </dl>
  </li>`;
}

/** The users of the structure, with what each holds or waits for. */
export function users({ words, users: list, busy, onPage }: UsersOptions): TemplateResult {
  const { own } = words;
  return html`<section class="stack close" part="users" aria-labelledby="users" aria-busy=${busy ? 'true' : 'false'}>
    <h3 id="users" tabindex="-1">${listTitle(words, own.users, list)}</h3>
    ${list.results.length
      ? html`<ul class="people" role="list">
          ${repeat(
            list.results,
            ({ user }) => user.membershipId,
            (one) => row(one, words),
          )}
        </ul>`
      : html`<p class="empty">${own.noUsers}</p>`}
    ${pager(words, own.userPages, list, busy, onPage)}
  </section>`;
}
