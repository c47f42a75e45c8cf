import { html, nothing, type TemplateResult } from 'lit';
import type { UserAdminState } from '../../../sdk/flows/user-admin/user-admin.js';
import type { Words } from './words.js';

/** The heading, with the structure and the button that reads everything again once there is something to read. */
export function head({ own }: Words, state: UserAdminState | undefined, onRefresh: () => void): TemplateResult {
  if (!state || !('membership' in state)) return html`<h2 part="title">${own.title}</h2>`;
  return html`<div class="row head">
    <h2 part="title">${own.title} <span class="structure">${state.membership.structure.name}</span></h2>
    <button type="button" aria-disabled=${state.name === 'listed' ? nothing : 'true'} @click=${onRefresh}>
      ${state.name === 'turning_page' ? own.refreshing : own.refresh}
    </button>
  </div>`;
}
