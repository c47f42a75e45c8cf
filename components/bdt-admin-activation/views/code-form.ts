import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { errorSummary } from '../../shared/templates/error-summary.js';
import { fieldError, textField } from '../../shared/templates/field.js';

export interface CodeFormOptions {
  readonly own: Catalogue['adminActivation'];
  readonly common: Catalogue['common'];
  readonly code: string;
  readonly handedOver: boolean;
  readonly triesLeft: number;
  /** What is wrong with a field, in words. */
  readonly codeError: string | undefined;
  readonly handedOverError: string | undefined;
  /** Whether all that is wrong is listed above the fields. */
  readonly summary: boolean;
  /** A refusal that concerns no field. */
  readonly problem: unknown;
  /** The code is being checked. */
  readonly activating: boolean;
  /** Any other work is under way. */
  readonly busy: boolean;
  readonly onCode: (event: Event) => void;
  readonly onHandedOver: (event: Event) => void;
  readonly onSubmit: (event: Event) => void;
}

function handedOver({ own, handedOver, handedOverError, activating, onHandedOver }: CodeFormOptions): TemplateResult {
  return html`<div class="field" part="field">
    <label class="choice handed-over" for="handed-over">
      <input
        id="handed-over"
        type="checkbox"
        .checked=${live(handedOver)}
        aria-required="true"
        aria-invalid=${handedOverError ? 'true' : nothing}
        aria-describedby=${handedOverError ? 'handed-over-error' : nothing}
        aria-disabled=${activating ? 'true' : nothing}
        @change=${onHandedOver}
      />
      <span>${own.handedOver} <span aria-hidden="true">*</span></span>
    </label>
    ${fieldError('handed-over', handedOverError)}
  </div>`;
}

function summary({ own, common, handedOverError, codeError }: CodeFormOptions): TemplateResult | undefined {
  const labels = { 'handed-over': own.handedOver, code: own.code };
  return errorSummary(common, Object.keys(labels), labels, { 'handed-over': handedOverError, code: codeError });
}

/** The letter in hand: that it was handed over, and its code. */
export function codeForm(options: CodeFormOptions): TemplateResult {
  const { own, common, triesLeft, codeError } = options;
  return html`<section class="card" part="entry" aria-labelledby="enter">
    <h3 id="enter">${own.enter}</h3>
    <form class="stack" novalidate part="form" @submit=${options.onSubmit}>
      <p class="muted">${common.required}</p>
      ${options.summary ? summary(options) : nothing} ${options.problem} ${handedOver(options)}
      <div class="code">
        ${textField({
          id: 'code',
          label: own.code,
          hint: own.codeHint,
          value: options.code,
          autocomplete: 'off',
          readonly: options.activating,
          maxlength: 100,
          error: codeError,
          describedBy: codeError ? undefined : 'tries',
          onInput: options.onCode,
        })}
        ${codeError ? nothing : html`<p class="muted" id="tries">${triesLeft > 0 ? own.tries(triesLeft) : own.noTries}</p>`}
      </div>
      <div class="row">
        <button class="primary" id="submit" aria-disabled=${options.activating || options.busy ? 'true' : nothing}>
          ${options.activating ? own.activating : own.submit}
        </button>
      </div>
    </form>
  </section>`;
}
