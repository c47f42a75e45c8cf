import { html, nothing, type TemplateResult } from 'lit';
import { fieldError } from './field-view.js';

export interface RadioGroupOptions {
  /** Name of the radios, and id of the first one. */
  readonly id: string;
  readonly legend: string;
  readonly hint?: string;
  readonly choices: readonly (readonly [string, string])[];
  /** None yet when empty. */
  readonly value: string;
  readonly error?: string;
}

/** One choice out of a few, required. */
export function radioGroup({ id, legend, hint, choices, value, error }: RadioGroupOptions): TemplateResult {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return html`<fieldset
    part="field"
    role="radiogroup"
    aria-required="true"
    aria-invalid=${error ? 'true' : nothing}
    aria-describedby=${described || nothing}
  >
    <legend part="label">${legend} <span aria-hidden="true">*</span></legend>
    ${hint ? html`<p class="muted" id="${id}-hint">${hint}</p>` : nothing}
    <div class="choices">
      ${choices.map(
        ([choice, label], index) =>
          html`<label class="choice"
            ><input id=${index ? nothing : id} type="radio" name=${id} value=${choice} .checked=${choice === value} />${label}</label
          >`,
      )}
    </div>
    ${fieldError(id, error)}
  </fieldset>`;
}
