import { html, nothing, type TemplateResult } from 'lit';
import { JOB_FUNCTIONS, type JobFunction } from '../../../sdk/rules/job-function.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { modal } from '../../shared/templates/dialog.js';
import { fieldError } from '../../shared/templates/field.js';

export interface FunctionDialogOptions {
  readonly words: Catalogue['services'];
  readonly jobFunctions: Catalogue['jobFunctions'];
  readonly common: Catalogue['common'];
  readonly choice: JobFunction | '';
  readonly error: string | undefined;
  readonly problem: unknown;
  readonly busy: boolean;
  readonly onChoose: (choice: JobFunction | '') => void;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
}

/** "Modifier ma fonction". */
export function functionDialog(options: FunctionDialogOptions): TemplateResult {
  const { words, jobFunctions, common, choice, error, problem, busy, onChoose, onSubmit, onCancel } = options;
  const content = html`<form
    class="stack"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      onSubmit();
    }}
  >
    ${problem}
    <div class="field">
      <label for="function">${words.jobFunction} <span aria-hidden="true">*</span></label>
      <select
        id="function"
        name="function"
        autocomplete="organization-title"
        aria-required="true"
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby=${error ? 'function-error' : nothing}
        @change=${(event: Event) => onChoose((event.target as HTMLSelectElement).value as JobFunction | '')}
      >
        <option value="" .selected=${choice === ''}>${words.choose}</option>
        ${JOB_FUNCTIONS.map((one) => html`<option value=${one} .selected=${choice === one}>${jobFunctions[one]}</option>`)}
      </select>
      ${fieldError('function', error)}
    </div>
    <div class="row">
      <button class="primary" aria-disabled=${busy ? 'true' : nothing}>${busy ? words.saving : words.validate}</button>
      <button type="button" aria-disabled=${busy ? 'true' : nothing} @click=${onCancel}>${common.cancel}</button>
    </div>
  </form>`;
  return modal({ titleId: 'function-title', title: words.editLabel, content, onCancel });
}
