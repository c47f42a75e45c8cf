import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { preload } from '../../sdk/client/lazy-client.js';
import type { Account } from '../../sdk/contract/session.js';
import type { FlowProblem } from '../../sdk/flows/problem.js';
import { signInFlow, type SignInErrors, type SignInState } from '../../sdk/flows/sign-in/sign-in.js';
import { signin } from '../locales/fr/signin.js';
import { ConfirmationRequestedEvent, SignupRequestedEvent } from '../shared/account-events.js';
import { BdtElement } from '../shared/bdt-element.js';
import { FlowController } from '../shared/flow-controller.js';
import { alert } from '../shared/styles/alert.styles.js';
import { form } from '../shared/styles/form.styles.js';
import { tokens } from '../shared/styles/tokens.styles.js';
import { errorsInWords, errorSummary } from '../shared/templates/error-summary.js';
import { SignedInEvent, SignedOutEvent } from './bdt-signin.events.js';
import { styles } from './bdt-signin.styles.js';
import { renderForm } from './signin-form.js';

type StateOf<Name extends SignInState['name']> = Extract<SignInState, { name: Name }>;

/**
 * Signs in with identifier or address, takes up a session that goes on, and signs out.
 *
 * The backend is asked about a session only in a browser that has signed in before.
 *
 * @slot links - Under the form; a button that leads to signing up when empty.
 * @slot signed-in - For someone who is signed in, before the button that signs out.
 * @event bdt-signed-in - The person is signed in; `resumed` when their session went on.
 * @event bdt-signed-out - The session is over.
 * @event bdt-confirmation-requested - The sign-up still waits for its code, and the person wants to type it.
 * @event bdt-signup-requested - The person wants to create an account.
 * @csspart form - The form.
 * @csspart title - The heading.
 * @csspart field - A field with its label, hint and error.
 * @csspart label - The label of a field.
 * @csspart input - A text box.
 * @csspart error - The sentence under a wrong field.
 * @csspart summary - The list of what is to be corrected.
 * @csspart problem - Why something did not go through.
 * @csspart notice - That the session is over.
 * @csspart button - A button.
 * @csspart account - Who is signed in.
 */
export class BdtSignin extends BdtElement {
  static override styles = [tokens, form, alert, styles];

  static override properties: PropertyDeclarations = { isShown: { state: true } };

  readonly #flow = new FlowController(
    this,
    signInFlow,
    () => undefined,
    (now, before) => this.#onStep(now, before),
  );

  /** The password can be read. */
  declare private isShown: boolean;

  constructor() {
    super();
    this.isShown = false;
  }

  get #texts() {
    return this.messages('signin', signin);
  }

  #onStep(now: SignInState, before: SignInState) {
    switch (now.name) {
      case 'resuming':
        return;
      case 'entering':
        return this.#onEntering(now, before);
      case 'signing_in':
        return this.announce(this.#texts.submitting);
      case 'signing_out':
        return this.announce(this.#texts.signingOut);
      case 'signed_in':
        this.announce('');
        this.isShown = false;
        if (before.name === 'signing_out') void this.focusOn('[part=problem]');
        else {
          // Opening the page moves nobody's focus; signing in does.
          if (!now.resumed) void this.focusOn('h2');
          this.dispatchEvent(new SignedInEvent({ resumed: now.resumed }));
        }
        return;
      case 'unconfirmed':
        this.announce('');
        void this.focusOn('h2');
    }
  }

  #onEntering(now: StateOf<'entering'>, before: SignInState) {
    this.announce(now.notice ? this.#texts.signedOut : '');
    if (before.name === 'signing_out') {
      void this.focusOn('h2');
      this.dispatchEvent(new SignedOutEvent());
    } else if (before.name === 'unconfirmed') {
      void this.focusOn('#login');
    } else if (before.name === 'signing_in' || (before.name === 'entering' && now.attempts !== before.attempts)) {
      void this.focusOn('input[aria-invalid], [part=problem]');
    } else if (before.name === 'resuming' && now.attempts) {
      void this.focusOn('input[aria-invalid]');
    }
  }

  protected override firstUpdated(): void {
    // After the paint, so that the first try isn't slow. Nothing is asked of the backend.
    setTimeout(() => void preload(this.settings.client));
  }

  protected override render() {
    return html`<div class="stack">
      ${this.renderStatus()}
      ${this.#flow.render({
        entering: (now) => this.#renderForm(now),
        resuming: (now) => this.#renderForm(now),
        signing_in: (now) => this.#renderForm(now),
        signed_in: ({ account, problem }) => this.#renderAccount(account, false, problem),
        signing_out: ({ account }) => this.#renderAccount(account, true),
        unconfirmed: ({ email }) => this.#renderUnconfirmed(email),
      })}
    </div>`;
  }

  #renderForm(now: StateOf<'entering' | 'resuming' | 'signing_in'>): TemplateResult {
    const texts = this.#texts;
    const entering = now.name === 'entering' ? now : undefined;
    const errors: SignInErrors = errorsInWords(entering?.errors ?? {}, texts.errors, texts.invalid);
    return html`${renderForm({
        texts,
        required: this.common.required,
        values: now.values,
        errors,
        feedback: entering && this.#renderFeedback(entering, errors),
        isShown: this.isShown,
        isSending: now.name === 'signing_in',
        onShow: () => (this.isShown = !this.isShown),
        send: this.#flow.send,
      })}
      <slot name="links">
        <button type="button" class="start" part="button" @click=${() => this.dispatchEvent(new SignupRequestedEvent())}>${texts.signUp}</button>
      </slot>`;
  }

  #renderFeedback({ notice, problem }: StateOf<'entering'>, errors: SignInErrors) {
    return (
      errorSummary(this.common, ['login', 'password'], this.#texts, errors) ??
      (notice
        ? html`<div class="alert success-tone" part="notice"><p>${this.#texts.signedOut}</p></div>`
        : this.renderProblem(problem, this.#texts.problems))
    );
  }

  #renderAccount({ firstName, lastName, loginId }: Account, isSigningOut: boolean, problem?: FlowProblem): TemplateResult {
    const texts = this.#texts;
    return html`<h2 part="title" tabindex="-1">${texts.signedInTitle}</h2>
      ${this.renderProblem(problem)}
      <p part="account">${texts.signedIn} <strong>${firstName} ${lastName}</strong> (<span translate="no">${loginId}</span>)</p>
      <slot name="signed-in"></slot>
      <button
        type="button"
        class="start"
        part="button"
        aria-disabled=${isSigningOut ? 'true' : nothing}
        @click=${() => this.#flow.send({ type: 'sign_out_asked' })}
      >
        ${isSigningOut ? texts.signingOut : texts.signOut}
      </button>`;
  }

  #renderUnconfirmed(email: string): TemplateResult {
    const texts = this.#texts;
    return html`<h2 part="title" tabindex="-1">${texts.unconfirmedTitle}</h2>
      <div class="alert warning-tone"><p>${texts.unconfirmed} <strong>${email}</strong>.</p></div>
      <div class="row">
        <button type="button" class="primary" part="button" @click=${() => this.dispatchEvent(new ConfirmationRequestedEvent())}>
          ${texts.enterCode}
        </button>
        <button type="button" part="button" @click=${() => this.#flow.send({ type: 'restarted' })}>${texts.other}</button>
      </div>`;
  }
}
