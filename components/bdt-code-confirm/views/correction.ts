import { html, nothing, type TemplateResult } from 'lit';
import type { CodeConfirmAction } from '../../../sdk/flows/code-confirm/code-confirm.js';
import type { Failed } from '../../../sdk/flows/flow.js';
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
  readonly send: (action: Exclude<CodeConfirmAction, Failed>) => void;
}

/** The dialog that sends the code to another address. */
export function renderCorrection({ texts, cancel, email, error, problem, isSending, send }: CorrectionOptions): TemplateResult {
  const onCancel = () => send({ type: 'correction_cancelled' });
  return modal({
    titleId: 'correction-title',
    title: texts.correctTitle,
    onCancel,
    content: html`<form
      class="stack"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        send({ type: 'correction_submitted' });
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
        readonly: isSending,
        error,
        onInput: ({ target }) => send({ type: 'email_typed', email: (target as HTMLInputElement).value }),
      })}
      <div class="row">
        <button class="primary" aria-disabled=${isSending ? 'true' : nothing}>${isSending ? texts.resending : texts.correctSubmit}</button>
        <button type="button" aria-disabled=${isSending ? 'true' : nothing} @click=${onCancel}>${cancel}</button>
      </div>
    </form>`,
  });
}
