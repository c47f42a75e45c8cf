import { html, nothing, type TemplateResult } from 'lit';
import type { Membership } from '../../../sdk/contract/membership.js';
import type { Catalogue } from '../../locales/catalogue.js';

export interface StructureCardOptions {
  readonly words: Catalogue['services'];
  readonly sectors: Catalogue['sectors'];
  readonly jobFunctions: Catalogue['jobFunctions'];
  readonly current: Membership;
  readonly onEdit: () => void;
  readonly onAdministration: () => void;
}

/** The structure in whose name the services are shown, and what the person is there. */
export function structureCard({ words, sectors, jobFunctions, current, onEdit, onAdministration }: StructureCardOptions): TemplateResult {
  const { structure, clientCode, jobFunction, role } = current;
  return html`<section class="card" part="structure" aria-labelledby="structure">
    <div class="row">
      <h3 id="structure">${structure.name}</h3>
      ${role === 'user' ? nothing : html`<span class="badge">${words.roles[role]}</span>`}
    </div>
    <dl class="facts">
      <div><dt>${words.sector}</dt><dd>${sectors[structure.sector]}</dd></div>
      ${clientCode ? html`<div><dt>${words.clientCode}</dt><dd>${clientCode}</dd></div>` : nothing}
      <div>
        <dt>${words.jobFunction}</dt>
        <dd>
          ${jobFunction ? jobFunctions[jobFunction] : jobFunctions.unset}
          <button class="link" type="button" id="edit-function" aria-label=${words.editLabel} @click=${onEdit}>${words.edit}</button>
        </dd>
      </div>
    </dl>
    ${role === 'administrator'
      ? html`<div><button class="link" type="button" @click=${onAdministration}>${words.administration}</button></div>`
      : nothing}
  </section>`;
}

/** For someone who has no structure yet. */
export function noStructure(words: Catalogue['services'], onAttach: () => void): TemplateResult {
  return html`<section class="card" part="structure" aria-labelledby="structure">
    <h3 id="structure">${words.noStructure}</h3>
    <p>${words.noStructureNext}</p>
    <div><button class="primary" type="button" @click=${onAttach}>${words.attach}</button></div>
  </section>`;
}

/** The switch between structures, for someone who has several. */
export function structureSwitch(
  words: Catalogue['services'],
  memberships: readonly Membership[],
  shownId: string | undefined,
  onChange: (event: Event) => void,
): TemplateResult | typeof nothing {
  if (memberships.length < 2) return nothing;
  return html`<div class="field switch">
    <label for="switch">${words.switch}</label>
    <select id="switch" part="switch" @change=${onChange}>
      ${memberships.map(
        ({ membershipId, structure }) =>
          html`<option value=${membershipId} .selected=${membershipId === shownId}>${structure.name} (${structure.postcode ?? structure.siret})</option>`,
      )}
    </select>
  </div>`;
}
