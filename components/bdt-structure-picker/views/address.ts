import { html, nothing, type TemplateResult } from 'lit';
import type { StructureSummary } from '../../../sdk/contract/structure.js';
import { formatSiret } from '../../../sdk/rules/siret.js';
import type { Catalogue } from '../../locales/catalogue.js';

/** The sentences that these views need. */
export interface Words {
  readonly own: Catalogue['structurePicker'];
  readonly common: Catalogue['common'];
}

/** Marks, discreetly, what was built for the demonstration. */
function mark(structure: StructureSummary, what: 'siret' | 'address', text: string): TemplateResult | typeof nothing {
  return structure.constructed.includes(what) ? html` <span class="demo">${text}</span>` : nothing;
}

export function siretOf(structure: StructureSummary, { own }: Words): TemplateResult {
  return html`<span class="number">${formatSiret(structure.siret)}</span>${mark(structure, 'siret', own.constructedSiret)}`;
}

export function streetOf(structure: StructureSummary, { own, common }: Words): TemplateResult {
  return html`${structure.address ?? common.unknown}${mark(structure, 'address', own.constructedAddress)}`;
}

export function townOf(structure: StructureSummary, { common }: Words): string {
  return [structure.postcode, structure.town].filter(Boolean).join(' ') || common.unknown;
}

/** Enough to tell two namesakes apart, one fact a line. Phrasing content, since it stands inside buttons. */
export function identityLines(structure: StructureSummary, words: Words): TemplateResult {
  const { own, common } = words;
  return html`<strong>${structure.name}</strong>
    <span>${structure.address ? nothing : own.address + common.colon}${streetOf(structure, words)}</span>
    <span>${structure.postcode || structure.town ? nothing : own.town + common.colon}${townOf(structure, words)}</span>
    <span class="muted">${own.siret}${common.colon}${siretOf(structure, words)}</span>`;
}
