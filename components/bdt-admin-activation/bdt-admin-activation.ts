import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { adminActivationFlow, type AdminActivationState } from '../../sdk/flows/admin-activation/admin-activation.js';
import { adminActivation } from '../locales/fr/admin-activation.js';
import { BdtElement } from '../shared/bdt-element.js';
import { formatDay } from '../shared/days.js';
import { FlowController } from '../shared/flow-controller.js';
import { LazyView } from '../shared/lazy-view.js';
import { AdministrationRequestedEvent, ServicesRequestedEvent } from '../shared/navigation-events.js';
import { alert } from '../shared/styles/alert.styles.js';
import { card } from '../shared/styles/card.styles.js';
import { facts } from '../shared/styles/facts.styles.js';
import { form } from '../shared/styles/form.styles.js';
import { tokens } from '../shared/styles/tokens.styles.js';
import { loading, unavailable } from '../shared/templates/unavailable.js';
import { AdministratorActivatedEvent } from './bdt-admin-activation.events.js';
import { styles } from './bdt-admin-activation.styles.js';
import { LetterWatch } from './letter-watch.js';
import { concernsCode } from './views/of-the-code.js';
import type { Open, Shown } from './views/open.js';
import { activated, over } from './views/outcome.js';

function isOpen(state: AdminActivationState | undefined): state is Open {
  return !!state && 'handedOver' in state;
}

/**
 * Shows where the letter to the legal representative stands, and takes its code: the person becomes administrator of their
 * structure and holds the services asked for.
 *
 * @slot intro - Under the heading.
 * @slot help - What else to do when the letter doesn't come.
 * @slot contact - Where to turn when no more letter may be asked for.
 * @slot success - Once the person is administrator.
 * @event bdt-administrator-activated - The code was accepted.
 * @event bdt-services-requested - The person wants to see their services.
 * @event bdt-administration-requested - The new administrator wants to manage users.
 * @event bdt-session-required - The person has to sign in again.
 * @csspart title - The heading.
 * @csspart request - What was asked for.
 * @csspart letter - Where the letter stands.
 * @csspart letter-state - The state of the letter, as a badge.
 * @csspart address - Where the letter goes.
 * @csspart entry - The card with the form.
 * @csspart form - The form for the code.
 * @csspart missing - What to do when the letter doesn't come.
 * @csspart notice - What was just done.
 * @csspart dialog - "Are you sure?" before giving up.
 * @csspart success - What is said to the new administrator.
 * @csspart ended - Why there is nothing to wait for.
 * @csspart summary - All that is wrong in the form.
 * @csspart field - A field with its label, hint and error.
 * @csspart label - The label of a field.
 * @csspart input - The box of a field.
 * @csspart error - What is wrong with a field.
 */
export class BdtAdminActivation extends BdtElement {
  static override styles = [tokens, form, alert, card, facts, styles];

  readonly #flow = new FlowController(
    this,
    adminActivationFlow,
    () => ({ claimId: this.claimId || undefined }),
    (state, previous) => this.#arrived(state, previous),
  );
  readonly #open = new LazyView(this, async () => (await import('./views/open.js')).open);
  /** A claim was open on this screen, so that its end is news. */
  #wasOpen = false;

  /** The claim to take up; the person's open one when absent. */
  @property({ attribute: 'claim-id' }) claimId?: string;

  constructor() {
    super();
    new LetterWatch(this, () => this.#watched(), this.#onRefresh);
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('#handed-over, #outcome')?.focus(options);
  }

  get #own() {
    return this.messages('adminActivation', adminActivation);
  }

  #watched() {
    const { state } = this.#flow;
    if (state?.name !== 'waiting' || state.problem?.code === 'session_required') return undefined;
    const { letter } = state.claim;
    return { letterId: letter.letterId, queued: letter.state === 'queued', resendAt: state.resendAt };
  }

  #onRefresh = () => {
    this.#flow.send({ type: 'retried' });
  };

  #onCode = (event: Event) => {
    this.#flow.send({ type: 'typed', code: (event.target as HTMLInputElement).value });
  };

  #onHandedOver = (event: Event) => {
    this.#flow.send({ type: 'hand_over_ticked', handedOver: (event.target as HTMLInputElement).checked });
    // Drawn again even when the journey took no notice, so that the box shows what holds.
    this.requestUpdate();
  };

  #onSubmit = (event: Event) => {
    event.preventDefault();
    this.#flow.send({ type: 'submitted' });
  };

  #onResend = () => {
    this.#flow.send({ type: 'letter_asked' });
  };

  #onGiveUp = () => {
    this.#flow.send({ type: 'cancel_asked' });
  };

  #onGiveUpConfirmed = () => {
    this.#flow.send({ type: 'cancel_confirmed' });
  };

  #onGiveUpDeclined = () => {
    this.#flow.send({ type: 'cancel_declined' });
  };

  #onServices = () => {
    const { state } = this.#flow;
    const membershipId = state && 'claim' in state ? state.claim.membershipId : undefined;
    this.dispatchEvent(new ServicesRequestedEvent({ membershipId }));
  };

  #onUsers = () => {
    const { state } = this.#flow;
    if (state?.name === 'activated') this.dispatchEvent(new AdministrationRequestedEvent({ membershipId: state.claim.membershipId }));
  };

  #arrived(state: AdminActivationState, previous: AdminActivationState) {
    // What was said of work ends with it.
    if (state.name !== previous.name) this.announce('');
    this.#wasOpen ||= isOpen(previous);
    switch (state.name) {
      case 'waiting':
      case 'refreshing':
        this.#arrivedAtForm(state, previous);
        return;
      case 'activating':
        this.announce(this.#own.activating);
        return;
      case 'requesting_letter':
        this.announce(this.#own.resending);
        return;
      case 'cancelling':
        this.announce(this.#own.givingUp);
        return;
      case 'activated':
        if (!this.#wasOpen) return;
        void this.#showOutcome();
        this.dispatchEvent(new AdministratorActivatedEvent({ claimId: state.claim.claimId, membershipId: state.claim.membershipId }));
        return;
      case 'ended':
        if (this.#wasOpen) void this.#showOutcome();
        return;
      case 'confirming_cancel':
        if (previous.name !== 'cancelling') void this.focusOn('#keep-on');
        return;
      case 'loading':
      case 'unavailable':
      case 'none':
        return;
    }
  }

  #arrivedAtForm(state: Shown, previous: AdminActivationState) {
    if (previous.name === 'confirming_cancel') {
      void this.focusOn('#give-up');
      return;
    }
    if (previous.name === 'requesting_letter' && state.notice) {
      void this.focusOn('#notice');
      return;
    }
    if (previous.name === 'activating') {
      if (concernsCode(state.problem)) void this.focusOn('#code');
      return;
    }
    if (previous.name === 'refreshing' && previous.claim.letter.state === 'queued' && state.claim.letter.sentAt) {
      this.announce(this.#own.leftOn(formatDay(state.claim.letter.sentAt, this.locale)));
    }
    if ('attempts' in previous && state.attempts > previous.attempts) {
      void this.focusOn(state.errors.handedOver ? '#handed-over' : '#code');
    }
  }

  async #showOutcome() {
    await this.focusOn('#outcome');
  }

  protected override render() {
    const own = this.#own;
    const waiting = (state: Open) => this.#renderOpen(state);
    return html`<div class="stack">
      <h2 part="title">${own.title}</h2>
      <slot name="intro"></slot>
      ${this.#flow.render({
        loading: () => loading(this.common),
        unavailable: ({ problem }) =>
          unavailable(
            this.common,
            this.renderProblem(problem, own.problems),
            this.#onRefresh,
            html`<button type="button" @click=${this.#onServices}>${own.toServices}</button>`,
          ),
        none: () => over(own, { title: own.none, next: own.noneNext }, this.#onServices),
        waiting,
        refreshing: waiting,
        activating: waiting,
        requesting_letter: waiting,
        confirming_cancel: waiting,
        cancelling: waiting,
        activated: ({ claim }) => activated(own, claim, this.#onServices, this.#onUsers),
        ended: ({ reason }) => over(own, own.ended[reason], this.#onServices),
      })}
      ${this.renderStatus()}
    </div>`;
  }

  #renderOpen(state: Open): TemplateResult {
    const own = this.#own;
    const { view, failed, load } = this.#open;
    if (!view) return failed ? unavailable(this.common, this.renderProblem({ code: 'unreachable' }), load) : loading(this.common);
    return view({
      own,
      common: this.common,
      locale: this.locale,
      state,
      say: (problem) => this.sentence(problem, own.problems),
      alert: (problem) => this.renderProblem(problem, own.problems),
      status: this.renderStatus(),
      onRefresh: this.#onRefresh,
      onCode: this.#onCode,
      onHandedOver: this.#onHandedOver,
      onSubmit: this.#onSubmit,
      onResend: this.#onResend,
      onGiveUp: this.#onGiveUp,
      onGiveUpConfirmed: this.#onGiveUpConfirmed,
      onGiveUpDeclined: this.#onGiveUpDeclined,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bdt-admin-activation': BdtAdminActivation;
  }
}
