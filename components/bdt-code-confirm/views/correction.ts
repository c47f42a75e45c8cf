import { html, nothing, type TemplateResult } from 'lit';
import type { Catalogue } from '../../locales/catalogue.js';
import { modal } from '../../shared/templates/dialog.js';
import { fieldView } from '../../shared/templates/field-view.js';

export interface CorrectionOptions {
  readonly texts: Catalogue['codeConfirm'];
  readonly cancel: string;
  /** As typed. */
  readonly email: string;
  readonly error: string | undefined;
  readonly problem: unknown;
  readonly isSending: boolean;
  readonly onEmail: (email: string) => void;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
}

/** The dialog that sends the code to another address. */
export function renderCorrection({ texts, cancel, email, error, problem, isSending, ...on }: CorrectionOptions): TemplateResult {
  return modal({
    titleId: 'correction-title',
    title: texts.correctTitle,
    onCancel: on.onCancel,
    content: html`<form
      class="stack"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        on.onSubmit();
      }}
    >
      ${problem}
      ${fieldView({
        id: 'email',
        type: 'email',
        label: texts.email,
        value: email,
        hint: texts.correctHint,
        autocomplete: 'email',
        required: true,
        spellcheck: false,
        readonly: isSending,
        error,
        onInput: ({ target }) => on.onEmail((target as HTMLInputElement).value),
      })}
      <div class="row">
        <button class="primary" aria-disabled=${isSending ? 'true' : nothing}>${isSending ? texts.resending : texts.correctSubmit}</button>
        <button type="button" aria-disabled=${isSending ? 'true' : nothing} @click=${on.onCancel}>${cancel}</button>
      </div>
    </form>`,
  });
}
