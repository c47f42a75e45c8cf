import { html, nothing, type TemplateResult } from 'lit';
import type { StructureDetails } from '../../../sdk/contract/structure.js';
import { formatDay } from '../../shared/days.js';
import { siretOf, streetOf, townOf, type Words } from './address.js';

export interface DetailsOptions {
  readonly words: Words;
  readonly locale: string;
  readonly structure: StructureDetails;
  /** The attachment is on its way. */
  readonly busy: boolean;
  readonly problem: unknown;
  readonly onValidate: () => void;
  readonly onBack: () => void;
}

function fact(label: string, value: unknown): TemplateResult {
  return html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
}

/** All that the directory knows of a structure, for a last check. */
export function details(options: DetailsOptions): TemplateResult {
  const { words, locale, structure, busy, problem, onValidate, onBack } = options;
  const { own, common } = words;
  const { createdOn, activity, sign } = structure;
  return html`<section class="stack" aria-labelledby="check" part="details">
    <h3 id="check" tabindex="-1">${own.check}</h3>
    <div class="card">
      <p><strong>${structure.name}</strong></p>
      <dl class="facts">
        ${fact(own.address, streetOf(structure, words))} ${fact(own.town, townOf(structure, words))}
        ${fact(own.siret, siretOf(structure, words))}
      </dl>
      <h4>${own.more}</h4>
      <dl class="facts">
        ${fact(own.createdOn, createdOn ? formatDay(createdOn, locale) : common.unknown)}
        ${fact(own.activity, activity ? `${activity.code}-${activity.label}` : common.unknown)}
        ${fact(own.sign, sign ?? common.unknown)}
      </dl>
    </div>
    ${structure.closed
      ? html`<div class="alert warning-tone"><strong>${own.closed}</strong><p>${own.closedReason}</p></div>`
      : nothing}
    ${problem}
    <div class="row">
      ${structure.closed
        ? nothing
        : html`<button class="primary" type="button" id="validate" aria-disabled=${busy ? 'true' : nothing} @click=${onValidate}>
            ${busy ? own.attaching : own.validate}
          </button>`}
      <button type="button" aria-disabled=${busy ? 'true' : nothing} @click=${onBack}>${own.back}</button>
    </div>
  </section>`;
}
