import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { codeConfirmFlow, type CodeConfirmState } from '../../sdk/flows/code-confirm/code-confirm.js';
import { codeConfirm } from '../locales/fr/code-confirm.js';
import { SigninRequestedEvent, SignupRequestedEvent } from '../shared/account-events.js';
import { BdtElement } from '../shared/bdt-element.js';
import { Countdown } from '../shared/countdown.js';
import { FlowController } from '../shared/flow-controller.js';
import { alert } from '../shared/styles/alert.styles.js';
import { card } from '../shared/styles/card.styles.js';
import { form } from '../shared/styles/form.styles.js';
import { tokens } from '../shared/styles/tokens.styles.js';
import { ConfirmedEvent } from './bdt-code-confirm.events.js';
import { styles } from './bdt-code-confirm.styles.js';
import { renderCorrection } from './views/correction.js';
import { renderDone } from './views/done.js';
import { renderEntry } from './views/entry.js';
import { PendingWatch } from './pending-watch.js';

type StateOf<Name extends CodeConfirmState['name']> = Extract<CodeConfirmState, { name: Name }>;

/** Problems that are about the code itself, and shown at its field. */
const OF_THE_CODE = ['code_wrong', 'code_expired', 'code_tries_exhausted'];

/**
 * Asks for the code received by e-mail, then shows the identifier.
 *
 * It takes up the sign-up that waits in this browser, whichever page or tab began it, and when. A whole sentence may be pasted, and
 * nothing is sent before "Continuer".
 *
 * @slot help - More about mails that don't come.
 * @slot success - Once confirmed, before the button that leads to signing in.
 * @event bdt-confirmed - The address is proved, and the account is there.
 * @event bdt-signin-requested - The person wants to sign in.
 * @event bdt-signup-requested - No sign-up waits here, or not any more: the person wants to begin one.
 * @csspart form - The form with the code.
 * @csspart title - The heading.
 * @csspart field - A field with its label, hint and error.
 * @csspart label - The label of a field.
 * @csspart input - A text box.
 * @csspart error - The sentence under a wrong field.
 * @csspart unsent - That no mail left just now, and why.
 * @csspart notice - What was done, as a new code that was sent.
 * @csspart problem - Why something did not go through.
 * @csspart help - What to do when no mail came.
 * @csspart dialog - The dialog that corrects the address.
 * @csspart button - A button.
 * @csspart success - The panel once confirmed.
 * @csspart login-id - The identifier.
 */
export class BdtCodeConfirm extends BdtElement {
  static override styles = [tokens, form, alert, card, styles];

  static override properties: PropertyDeclarations = { copy: { state: true } };

  readonly #flow = new FlowController(
    this,
    codeConfirmFlow,
    () => undefined,
    (now, before) => this.#onStep(now, before),
  );

  readonly #countdown = new Countdown(this, () => {
    const { state } = this.#flow;
    return state && 'signUp' in state ? state.signUp.resendAt : undefined;
  });

  /** The page asked for the focus before there was anything to give it to. */
  #focusAsked = false;

  /** What became of copying the identifier. */
  declare private copy: 'copied' | 'refused' | undefined;

  constructor() {
    super();
    new PendingWatch(this, (signUpId) => this.#onPending(signUpId));
  }

  override focus(options?: FocusOptions): void {
    const target = this.renderRoot.querySelector<HTMLElement>('#code') ?? this.renderRoot.querySelector<HTMLElement>('h2[tabindex]');
    this.#focusAsked = !target;
    target?.focus(options);
  }

  get #texts() {
    return this.messages('codeConfirm', codeConfirm);
  }

  #codeError({ signUp, issue, problem }: StateOf<'entering'>): string | undefined {
    if (issue) return this.#texts.errors[issue]?.(signUp.codeLength) ?? issue;
    return problem && OF_THE_CODE.includes(problem.code) ? this.sentence(problem, this.#texts.problems) : undefined;
  }

  #onStep(now: CodeConfirmState, before: CodeConfirmState) {
    switch (now.name) {
      case 'loading':
      case 'confirming':
      case 'unavailable':
        return this.announce('');
      case 'entering':
        return this.#onEntering(now, before);
      case 'checking':
        return this.announce(this.#texts.checking);
      case 'resending':
      case 'sending_correction':
        return this.announce(this.#texts.resending);
      case 'correcting':
        this.announce('');
        if (now.issue) void this.focusOn('#email');
        else if (now.problem) void this.focusOn('dialog [part=problem]');
        return;
      case 'confirmed':
        this.announce('');
        void this.focusOn('h2');
        this.dispatchEvent(new ConfirmedEvent());
        return;
      case 'missing':
      case 'gone':
        this.announce('');
        // Opening the page moves nobody's focus; a step does.
        if (before.name !== 'loading') void this.focusOn('h2');
    }
  }

  #onEntering(now: StateOf<'entering'>, before: CodeConfirmState) {
    const error = this.#codeError(now);
    if (before.name === 'entering') {
      if (now.attempts === before.attempts) return;
    } else if (before.name === 'correcting') {
      void this.focusOn('#correct');
      return;
    } else if (before.name === 'loading') {
      if (this.#focusAsked) this.focus();
      return;
    }
    this.announce(error ?? (now.notice ? this.#texts.notices[now.notice] : ''));
    void this.focusOn(now.problem && !error ? '[part=problem]' : '#code');
  }

  #onPending(signUpId: string) {
    const { state } = this.#flow;
    const isShown = state && 'signUp' in state && state.signUp.signUpId === signUpId;
    if (!isShown) this.#flow.send({ type: 'retried' });
  }

  #onCopy = async () => {
    const { state } = this.#flow;
    if (state?.name !== 'confirmed') return;
    try {
      await navigator.clipboard.writeText(state.loginId);
      this.copy = 'copied';
      this.announce(this.#texts.copied);
    } catch {
      this.copy = 'refused';
      this.announce(this.#texts.copyFailed);
    }
  };

  #onSignUp = () => this.dispatchEvent(new SignupRequestedEvent());

  #onSignIn = () => this.dispatchEvent(new SigninRequestedEvent());

  protected override render() {
    return html`<div class="stack">
      ${this.renderStatus()}
      ${this.#flow.render({
        loading: () => this.#renderWait(),
        missing: () => this.#renderEnd(this.#texts.missingTitle, this.#texts.missing),
        unavailable: ({ problem }) =>
          html`${this.renderProblem(problem)}
            <button type="button" class="start" part="button" @click=${() => this.#flow.send({ type: 'retried' })}>${this.common.retry}</button>`,
        entering: (state) => this.#renderEntry(state),
        checking: (state) => this.#renderEntry(state),
        resending: (state) => this.#renderEntry(state),
        correcting: (state) => this.#renderEntry(state),
        sending_correction: (state) => this.#renderEntry(state),
        confirming: () => this.#renderWait(),
        confirmed: ({ loginId }) =>
          renderDone({
            texts: this.#texts,
            signIn: this.common.signIn,
            loginId,
            copy: this.copy,
            onCopy: () => void this.#onCopy(),
            onSignIn: this.#onSignIn,
          }),
        gone: ({ reason }) =>
          reason === 'elsewhere'
            ? this.#renderEnd(this.#texts.elsewhereTitle, this.#texts.gone[reason], 'sign_in')
            : this.#renderEnd(this.#texts.goneTitle, this.#texts.gone[reason]),
      })}
    </div>`;
  }

  #renderWait(): TemplateResult {
    return html`<p role="status">${this.#texts.loading}</p>`;
  }

  /** @param likeliest - What the person most probably wants to do next. */
  #renderEnd(title: string, text: string, likeliest: 'sign_up' | 'sign_in' = 'sign_up'): TemplateResult {
    const emphasis = (way: typeof likeliest) => (way === likeliest ? 'primary' : '');
    return html`<h2 part="title" tabindex="-1">${title}</h2>
      <p>${text}</p>
      <div class="row">
        <button type="button" class=${emphasis('sign_up')} part="button" @click=${this.#onSignUp}>${this.#texts.signUp}</button>
        <button type="button" class=${emphasis('sign_in')} part="button" @click=${this.#onSignIn}>${this.common.signIn}</button>
      </div>`;
  }

  #renderEntry(state: StateOf<'entering' | 'checking' | 'resending' | 'correcting' | 'sending_correction'>): TemplateResult {
    const { signUp, code } = state;
    const entering = state.name === 'entering' ? state : undefined;
    const error = entering && this.#codeError(entering);
    const entry = renderEntry({
      texts: this.#texts,
      signUp,
      code,
      error,
      notice: entering?.notice && this.#texts.notices[entering.notice],
      problem: error ? nothing : this.renderProblem(entering?.problem, this.#texts.problems),
      validUntil: new Intl.DateTimeFormat(this.locale, { timeStyle: 'short' }).format(signUp.codeExpiresAt),
      resendIn: this.#countdown.seconds,
      work: state.name === 'checking' || state.name === 'resending' ? state.name : undefined,
      send: this.#flow.send,
    });
    // One template with and without the dialog, so that the button that opened it is still there.
    return html`${entry} ${'email' in state ? this.#renderCorrection(state) : nothing}`;
  }

  #renderCorrection(state: StateOf<'correcting' | 'sending_correction'>): TemplateResult {
    const correcting = state.name === 'correcting' ? state : undefined;
    const { issue, problem } = correcting ?? {};
    return renderCorrection({
      texts: this.#texts,
      cancel: this.common.cancel,
      email: state.email,
      error: issue && (this.#texts.emailErrors[issue] ?? this.#texts.emailInvalid),
      problem: this.renderProblem(problem, this.#texts.problems),
      isSending: !correcting,
      send: this.#flow.send,
    });
  }
}
