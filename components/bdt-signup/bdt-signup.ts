// First: see there.
import { loadJourney, loadSuggestion, type Journey } from './load-journey.js';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { SignUpErrors, SignUpField, SignUpValues } from '../../sdk/flows/sign-up/fields.js';
import type { SignUpAction, SignUpOptions, SignUpState } from '../../sdk/flows/sign-up/sign-up.js';
import { sectors } from '../locales/fr/sectors.js';
import { signup } from '../locales/fr/signup.js';
import { afterPress } from '../shared/after-press.js';
import { BdtElementBase } from '../shared/element-base.js';
import { LazyFlow } from '../shared/lazy-flow.js';
import { ConfirmationRequestedEvent } from '../shared/account-events.js';
import { alert } from '../shared/styles/alert.styles.js';
import { form } from '../shared/styles/form.styles.js';
import { tokens } from '../shared/styles/tokens.styles.js';
import { problemAlert } from '../shared/templates/problem-alert.js';
import { SignedUpEvent } from './bdt-signup.events.js';
import { styles } from './bdt-signup.styles.js';
import { renderForm } from './signup-form.js';

type Editing = Extract<SignUpState, { name: 'editing' }>;

const BLANK: Editing = {
  name: 'editing',
  values: { civility: '', firstName: '', lastName: '', email: '', password: '', confirmation: '', sector: '', offers: false },
  errors: {},
  attempts: 0,
};

/**
 * Creates a personal space: who one is, a password, and the kind of structure one works for.
 *
 * The form is painted first; rules and client come right after, and what was typed meanwhile is kept. Nothing is asked of
 * the backend before the form is sent.
 *
 * @slot intro - Above the form.
 * @slot success - Once the sign-up is taken, before the button that leads to the code.
 * @slot footer - Under the form.
 * @event bdt-signed-up - The sign-up was taken, and a code is on its way.
 * @event bdt-confirmation-requested - The person wants to type the code.
 * @csspart form - The form.
 * @csspart title - The heading.
 * @csspart field - A field with its label, hint and error.
 * @csspart label - The label of a field.
 * @csspart input - A text box.
 * @csspart error - The sentence under a wrong field.
 * @csspart summary - The list of what is to be corrected.
 * @csspart problem - Why the form did not go through.
 * @csspart suggestion - The likelier address.
 * @csspart criteria - The list of what a password needs.
 * @csspart consent - The note on terms of use and personal data.
 * @csspart button - The button that sends, and the one that leads to the code.
 * @csspart success - The panel that follows.
 */
export class BdtSignup extends BdtElementBase implements SignUpOptions {
  static override styles = [tokens, form, alert, styles];

  // Written out, because the decorators weigh more than half a kilobyte before the first paint.
  static override properties: PropertyDeclarations = {
    termsUrl: { attribute: 'terms-url' },
    termsVersion: { attribute: 'terms-version' },
    privacyUrl: { attribute: 'privacy-url' },
    privacyVersion: { attribute: 'privacy-version' },
    suggestion: { state: true },
    shown: { state: true },
  };

  readonly #flow = new LazyFlow<BdtSignup, SignUpState, SignUpAction, Journey>(
    this,
    loadJourney,
    (now, before) => this.#onStep(now, before),
  );

  /** Where the terms of use are; their name is no link without it. */
  declare termsUrl: string;

  /** Version of the terms of use, kept with the consent. */
  declare termsVersion: string;

  /** Where the note on personal data is; its name is no link without it. */
  declare privacyUrl: string;

  /** Version of the note on personal data, kept with the consent. */
  declare privacyVersion: string;

  /** A likelier address, and the one it was found for. */
  declare private suggestion?: { readonly typed: string; readonly email: string };

  /** Fields whose password is shown. */
  declare private shown: readonly SignUpField[];

  #preloaded = false;

  constructor() {
    super();
    this.termsUrl = this.privacyUrl = '';
    this.termsVersion = this.privacyVersion = 'unversioned';
    this.shown = [];
  }

  /** Wording beside the box for commercial offers, kept with the consent. */
  offersWording(): string {
    return this.#texts.offers;
  }

  get #texts() {
    return this.messages('signup', signup);
  }

  get #isSending() {
    return this.#flow.isPending || this.#flow.state?.name === 'submitting';
  }

  #answers(journey: Journey) {
    return this.messages('signupAnswers', journey.signupAnswers);
  }

  #onStep(now: SignUpState, before: SignUpState) {
    if (now.name === before.name && 'attempts' in now && 'attempts' in before && now.attempts === before.attempts) return;
    this.announce(now.name === 'submitting' ? this.#texts.submitting : '');
    if (now.name === 'editing') void this.focusOn('input[aria-invalid], [aria-invalid] input, [part=problem]');
    if (now.name !== 'created') return;
    void this.focusOn('h2');
    this.dispatchEvent(new SignedUpEvent());
  }

  #onInput = ({ target }: Event) => {
    const { name, type, value, checked } = target as HTMLInputElement;
    this.#flow.send({ type: 'typed', values: { [name]: type === 'checkbox' ? checked : value } });
  };

  /** Choices can't be made read-only: while the form is on its way, they stay as they are. */
  #onClick = (event: Event) => {
    if (this.#isSending && (event.target as Element).matches('[type=radio], [type=checkbox]')) event.preventDefault();
  };

  #onLeave = ({ target }: Event) => {
    const { name, value } = target as HTMLInputElement;
    if (!name) return;
    afterPress(this, () => {
      this.#flow.send({ type: 'left', field: name as SignUpField });
      if (name === 'email') void this.#suggest(value);
    });
  };

  async #suggest(typed: string) {
    // The form does without a suggestion that can't be loaded.
    const [rule, journey] = await Promise.all([loadSuggestion(), loadJourney()]).catch(() => []);
    const email = rule?.suggestEmail(typed);
    this.suggestion = email ? { typed, email } : undefined;
    if (email && journey) this.announce(this.#answers(journey).suggestion(email));
  }

  #onTakeSuggestion = () => {
    this.#flow.send({ type: 'typed', values: { email: this.suggestion?.email ?? '' } });
    this.announce('');
    void this.focusOn('#email');
  };

  #onShow = (field: SignUpField) => {
    this.shown = this.shown.includes(field) ? this.shown.filter((other) => other !== field) : [...this.shown, field];
  };

  #onSubmit = (event: Event) => {
    event.preventDefault();
    this.#flow.send({ type: 'submitted' });
    this.requestUpdate();
  };

  protected override updated() {
    if (this.#preloaded || !this.#flow.module) return;
    this.#preloaded = true;
    void this.#flow.module.preload(this.settings.client);
  }

  protected override render() {
    const now = this.#flow.state ?? BLANK;
    const { module } = this.#flow;
    return html`<div class="stack">
      ${this.renderStatus()}
      ${now.name === 'created' && module
        ? module.renderCreated(now.signUp, this.#answers(module), () => this.dispatchEvent(new ConfirmationRequestedEvent()))
        : this.#renderForm(now as Exclude<SignUpState, { name: 'created' }>)}
    </div>`;
  }

  // Keys reach choices as clicks too, so this one listener hears both.
  /* eslint-disable lit-a11y/click-events-have-key-events */
  #renderForm({ values, ...now }: Exclude<SignUpState, { name: 'created' }>): TemplateResult {
    const { module } = this.#flow;
    const editing = now.name === 'editing' ? now : undefined;
    const errors: SignUpErrors = (editing && module?.fieldErrors(editing.errors, this.#answers(module))) ?? {};
    return html`<slot name="intro"></slot>
      <form
        class="stack"
        part="form"
        novalidate
        @input=${this.#onInput}
        @focusout=${this.#onLeave}
        @click=${this.#onClick}
        @submit=${this.#onSubmit}
      >
        <h2 part="title">${this.#texts.title}</h2>
        <p class="muted">${this.common.required}</p>
        ${this.#renderFeedback(editing, errors)}
        ${renderForm({
          values,
          errors,
          texts: this.#texts,
          sectors: this.messages('sectors', sectors),
          element: this,
          shown: this.shown,
          criteria: module?.passwordCriteria(values.password),
          suggestion: this.#renderSuggestion(values),
          isSending: this.#isSending,
          onShow: this.#onShow,
        })}
      </form>
      <slot name="footer"></slot>`;
  }
  /* eslint-enable lit-a11y/click-events-have-key-events */

  #renderFeedback(editing: Pick<Editing, 'attempts' | 'problem'> | undefined, errors: SignUpErrors) {
    const { module, failed } = this.#flow;
    if (failed) return problemAlert(this.#texts.notLoaded);
    if (!module || !editing?.attempts) return nothing;
    return module.renderFeedback(errors, editing.problem, {
      common: this.common,
      labels: this.#texts,
      locale: this.locale,
    });
  }

  #renderSuggestion({ email }: SignUpValues) {
    const { module } = this.#flow;
    if (!module || this.suggestion?.typed !== email) return nothing;
    return module.renderSuggestion(this.suggestion.email, this.#answers(module), this.#onTakeSuggestion);
  }
}
