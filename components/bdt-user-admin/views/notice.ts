import { html, nothing, type TemplateResult } from 'lit';
import type { UserAdminNotice } from '../../../sdk/flows/user-admin/user-admin.js';
import type { Words } from './words.js';

/** What was decided, in a sentence. */
export function decided({ own }: Words, { decision, personName, serviceName }: UserAdminNotice): string {
  return decision === 'grant' ? own.granted(personName, serviceName) : own.refused(personName, serviceName);
}

/** What was just decided; nothing when nothing was. */
export function decisionNotice(words: Words, notice: UserAdminNotice | undefined): TemplateResult | typeof nothing {
  if (!notice) return nothing;
  return html`<div class="alert success-tone" part="notice" id="notice" tabindex="-1">
    <strong>${decided(words, notice)}</strong>
    <p>${words.own.told}</p>
  </div>`;
}

/** What someone reads who is no administrator. */
export function nobody({ own }: Words, onServices: () => void): TemplateResult {
  return html`<section class="alert" part="nothing">
      <h3 id="nobody" tabindex="-1">${own.notAdministrator}</h3>
      <p>${own.notAdministratorNext}</p>
    </section>
    <div class="row"><button class="primary" type="button" @click=${onServices}>${own.toServices}</button></div>`;
}
