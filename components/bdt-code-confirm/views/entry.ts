import { html, nothing, type TemplateResult } from 'lit';
import type { CodeConfirmAction } from '../../../sdk/flows/code-confirm/code-confirm.js';
import type { Failed } from '../../../sdk/flows/flow.js';
import type { WaitingSignUp } from '../../../sdk/flows/waiting-sign-up.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { fieldView } from '../../shared/templates/field-view.js';

export interface EntryOptions {
  readonly texts: Catalogue['codeConfirm'];
  readonly signUp: WaitingSignUp;
  /** As typed. */
  readonly code: string;
  /** What is wrong with the code, in words. */
  readonly error: string | undefined;
  readonly notice: string | undefined;
  readonly problem: unknown;
  /** Time of the day until which the code holds. */
  readonly validUntil: string;
  /** Seconds until another mail may be asked for. */
  readonly resendIn: number;
  readonly work: 'checking' | 'resending' | undefined;
  readonly send: (action: Exclude<CodeConfirmAction, Failed>) => void;
}

function renderResend({ texts, signUp, resendIn, work, send }: EntryOptions) {
  const why = resendIn ? `${signUp.mailsLeft ? '' : texts.noMailsLeft} ${texts.unsent.next(resendIn)}` : '';
  return html`<div class="row">
      <button
        id="resend"
        type="button"
        part="button"
        aria-disabled=${why || work ? 'true' : nothing}
        aria-describedby=${why ? 'resend-wait' : nothing}
        @click=${() => !why && send({ type: 'resend_asked' })}
      >
        ${work === 'resending' ? texts.resending : texts.resend}
      </button>
      <button id="correct" type="button" part="button" aria-disabled=${work ? 'true' : nothing} @click=${() => send({ type: 'correction_opened' })}>${texts.correct}</button>
    </div>
    ${why ? html`<p class="muted" id="resend-wait">${why}</p>` : nothing}`;
}

/** Where the code went; or that none did just now, and why. */
function renderMail({ texts, signUp, resendIn }: EntryOptions) {
  const { to, why, next } = texts.unsent;
  if (!signUp.noCode) return html`<p>${texts.sentTo} <strong>${signUp.email}</strong>.<br />${texts.contains}</p>`;
  return html`<div class="alert warning-tone" part="unsent">
    <p>${to} <strong>${signUp.email}</strong>. ${why[signUp.noCode]} ${resendIn ? '' : next(0)}</p>
  </div>`;
}

/** How to recognise the mail. */
function renderAdvice({ texts, signUp: { mail } }: EntryOptions) {
  return html`<p>${texts.help}</p>
    <dl class="mail">
      <dt>${texts.from}</dt>
      <dd>${mail.from}</dd>
      <dt>${texts.subject}</dt>
      <dd>${mail.subject}</dd>
    </dl>`;
}

/** Where the code went, the field that takes it, and what to do when it doesn't come. */
export function renderEntry(options: EntryOptions): TemplateResult {
  const { texts, signUp, work, notice, error, send } = options;
  return html`<form
      class="stack"
      part="form"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        send({ type: 'submitted' });
      }}
    >
      <h2 part="title">${texts.title}</h2>
      ${renderMail(options)}
      ${notice ? html`<div class="alert success-tone" part="notice"><p>${notice}</p></div>` : nothing} ${options.problem}
      ${fieldView({
        id: 'code',
        label: texts.code,
        value: options.code,
        inputmode: 'numeric',
        autocomplete: 'one-time-code',
        readonly: !!work,
        hint: signUp.noCode
          ? texts.hintUnsent(signUp.codeLength)
          : `${texts.hint(signUp.codeLength, options.validUntil)} ${texts.triesLeft(signUp.triesLeft)}`,
        error,
        onInput: ({ target }) => send({ type: 'typed', code: (target as HTMLInputElement).value }),
      })}
      <button class="primary start" part="button" aria-disabled=${work ? 'true' : nothing}>
        ${work === 'checking' ? texts.checking : texts.submit}
      </button>
    </form>
    <section class="card" part="help" aria-labelledby="help-title">
      <h3 id="help-title">${signUp.noCode ? texts.askTitle : texts.helpTitle}</h3>
      ${signUp.noCode ? nothing : renderAdvice(options)}
      <slot name="help"></slot>
      ${renderResend(options)}
    </section>`;
}
