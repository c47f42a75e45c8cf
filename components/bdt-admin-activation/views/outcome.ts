import { html, type TemplateResult } from 'lit';
import type { Claim } from '../../../sdk/contract/claim.js';
import type { Catalogue } from '../../locales/catalogue.js';

type Own = Catalogue['adminActivation'];

/** The person is administrator. */
export function activated(own: Own, claim: Claim, onServices: () => void, onUsers: () => void): TemplateResult {
  return html`<section class="alert success-tone" part="success">
      <h3 id="outcome" tabindex="-1">${own.done}</h3>
      <p>${own.doneFor(claim.structure.name)}</p>
      ${claim.services.length
        ? html`<div>
            <p><strong>${own.granted}</strong></p>
            <ul>${claim.services.map(({ name }) => html`<li>${name}</li>`)}</ul>
          </div>`
        : ''}
      <slot name="success"></slot>
    </section>
    <div class="row">
      <button class="primary" type="button" @click=${onServices}>${own.toServices}</button>
      <button type="button" @click=${onUsers}>${own.toUsers}</button>
    </div>`;
}

/** The claim came to nothing, or there is none. */
export function over(own: Own, lines: { title: string; why?: string; next: string }, onServices: () => void): TemplateResult {
  return html`<section class="alert" part="ended">
      <h3 id="outcome" tabindex="-1">${lines.title}</h3>
      ${lines.why ? html`<p>${lines.why}</p>` : ''}
      <p>${lines.next}</p>
    </section>
    <div class="row"><button class="primary" type="button" @click=${onServices}>${own.toServices}</button></div>`;
}
