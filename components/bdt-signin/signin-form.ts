import { html, nothing, type TemplateResult } from 'lit';
import type { SignInAction, SignInErrors, SignInValues } from '../../sdk/flows/sign-in/sign-in.js';
import type { Failed } from '../../sdk/flows/flow.js';
import type { Catalogue } from '../locales/catalogue.js';
import { fieldView } from '../shared/templates/field-view.js';
import { showButton } from '../shared/templates/show-button.js';

export interface SigninFormOptions {
  readonly texts: Catalogue['signin'];
  readonly required: string;
  readonly values: SignInValues;
  /** What is wrong with each field, in words. */
  readonly errors: SignInErrors;
  /** Summary, problem or notice. */
  readonly feedback: unknown;
  readonly isShown: boolean;
  readonly isSending: boolean;
  readonly onShow: () => void;
  readonly send: (action: Exclude<SignInAction, Failed>) => void;
}

/** Identifier or address, and password. */
export function renderForm({ texts, values, errors, isShown, isSending, send, ...options }: SigninFormOptions): TemplateResult {
  const onInput = ({ target }: Event) => {
    const { name, value } = target as HTMLInputElement;
    send({ type: 'typed', values: { [name]: value } });
  };
  return html`<form
    class="stack"
    part="form"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      send({ type: 'submitted' });
    }}
  >
    <h2 part="title" tabindex="-1">${texts.title}</h2>
    <p class="muted">${options.required}</p>
    ${options.feedback}
    ${fieldView({
      id: 'login',
      label: texts.login,
      hint: texts.loginHint,
      value: values.login,
      autocomplete: 'username',
      readonly: isSending,
      error: errors.login,
      onInput,
    })}
    ${fieldView({
      id: 'password',
      type: isShown ? 'text' : 'password',
      label: texts.password,
      value: values.password,
      autocomplete: 'current-password',
      readonly: isSending,
      error: errors.password,
      after: showButton(texts.showPassword, isShown, options.onShow),
      onInput,
    })}
    <button class="primary start" part="button" aria-disabled=${isSending ? 'true' : nothing}>${isSending ? texts.submitting : texts.submit}</button>
  </form>`;
}
