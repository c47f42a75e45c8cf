import { html, type TemplateResult } from 'lit';
import type { HabilitationCase } from '../../../sdk/contract/habilitation-case.js';
import type { StructureSummary } from '../../../sdk/contract/structure.js';
import type { Catalogue } from '../../locales/catalogue.js';

export interface CaseTextOptions {
  readonly words: Catalogue['habilitationRequest'];
  readonly common: Catalogue['common'];
  readonly case: HabilitationCase;
  /** The service's name. */
  readonly service: string;
  readonly structure: StructureSummary;
}

/** Where a letter leaves to; what the directory doesn't know is said. */
function postalAddress({ common, structure }: CaseTextOptions): TemplateResult {
  const { name, address, postcode, town } = structure;
  return html`<address part="address">
    <span>${name}</span>
    <span>${address ?? common.unknown}</span>
    <span>${[postcode, town].filter(Boolean).join(' ') || common.unknown}</span>
  </address>`;
}

function firstUser(options: CaseTextOptions): TemplateResult {
  const { words, service } = options;
  const text = words.cases.first_user;
  return html`<p>${text.lead(service)}</p>
    <p>${text.role} <strong>${text.roleStrong}</strong> ${text.roleEnd}</p>
    <p><strong>${text.check}</strong></p>
    <h3>${text.letterTitle}</h3>
    <p>${text.letter}</p>
    ${postalAddress(options)}
    <p>${text.warn}</p>`;
}

/** What accepting will do, in words. */
export function caseText(options: CaseTextOptions): TemplateResult {
  if (options.case === 'first_user') return firstUser(options);
  return html`${options.words.cases[options.case].map((sentence) => html`<p>${sentence(options.service)}</p>`)}`;
}
