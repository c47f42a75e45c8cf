import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Habilitation } from '../../sdk/contract/habilitation.js';
import { habilitationRequestFlow, type HabilitationRequestState } from '../../sdk/flows/habilitation-request/habilitation-request.js';
import { habilitationRequest } from '../locales/fr/habilitation-request.js';
import { BdtElement } from '../shared/bdt-element.js';
import { FlowController, OPTIONS_MISSING } from '../shared/flow-controller.js';
import { ActivationRequestedEvent, ServicesRequestedEvent } from '../shared/navigation-events.js';
import { alert } from '../shared/styles/alert.styles.js';
import { card } from '../shared/styles/card.styles.js';
import { facts } from '../shared/styles/facts.styles.js';
import { form } from '../shared/styles/form.styles.js';
import { tokens } from '../shared/styles/tokens.styles.js';
import { HabilitationCreatedEvent, HabilitationDeclinedEvent } from './bdt-habilitation-request.events.js';
import { styles } from './bdt-habilitation-request.styles.js';
import { caseText } from './views/case-text.js';

type State<Name extends HabilitationRequestState['name']> = Extract<HabilitationRequestState, { name: Name }>;
type Subject = Pick<State<'reading'>, 'membership' | 'service'>;

/**
 * Says what asking for a service will do, and asks for it when the person accepts.
 *
 * @slot intro - Under the heading.
 * @slot help - At the end, whatever happens.
 * @event bdt-habilitation-created - The request was accepted and recorded.
 * @event bdt-habilitation-declined - The person gave it up; nothing was sent.
 * @event bdt-activation-requested - The person wants to follow the letter, or type its code.
 * @event bdt-services-requested - The person goes back to their services.
 * @event bdt-session-required - The person has to sign in.
 * @csspart title - The heading.
 * @csspart case - What accepting will do.
 * @csspart address - Where the letter leaves to.
 * @csspart success - What happens now.
 */
export class BdtHabilitationRequest extends BdtElement {
  static override styles = [tokens, form, alert, card, facts, styles];

  readonly #flow = new FlowController(
    this,
    habilitationRequestFlow,
    () => (this.#isComplete ? { membershipId: this.membershipId, serviceId: this.serviceId } : OPTIONS_MISSING),
    (state, previous) => this.#arrived(state, previous),
  );
  /** The person asked for what is loading, so that the focus goes where it arrives. */
  #asked = false;

  /** Attachment in whose name the service is asked for. */
  @property({ attribute: 'membership-id' }) membershipId = '';

  /** Service asked for. */
  @property({ attribute: 'service-id' }) serviceId = '';

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus(options);
  }

  get #isComplete(): boolean {
    return Boolean(this.membershipId && this.serviceId);
  }

  get #words() {
    return this.messages('habilitationRequest', habilitationRequest);
  }

  #onAccept = () => {
    this.#flow.send({ type: 'accepted' });
  };

  #onDecline = () => {
    this.#flow.send({ type: 'declined' });
  };

  #onRetry = () => {
    this.#asked = true;
    this.#flow.send({ type: 'retried' });
  };

  #onServices = () => {
    this.dispatchEvent(new ServicesRequestedEvent({ membershipId: this.membershipId }));
  };

  #arrived(state: HabilitationRequestState, previous: HabilitationRequestState) {
    // What was said of work ends with it.
    if (state.name !== previous.name) this.announce('');
    const { membershipId, serviceId } = this;
    switch (state.name) {
      case 'loading':
        this.announce(this.common.loading);
        return;
      case 'accepting':
        this.announce(this.#words.accepting);
        return;
      case 'reading':
        if (state.changed) void this.focusOn('#changed');
        else if (previous.name === 'loading') this.#settle('#title');
        return;
      case 'unavailable':
        this.#settle('[role="alert"]');
        return;
      case 'already':
        this.#settle('#done');
        return;
      case 'accepted':
        void this.focusOn('#done');
        this.dispatchEvent(
          new HabilitationCreatedEvent({ habilitationId: state.habilitation.habilitationId, state: state.habilitation.state }),
        );
        return;
      case 'declined':
        void this.focusOn('#done');
        this.dispatchEvent(new HabilitationDeclinedEvent({ membershipId, serviceId }));
    }
  }

  /** Moves the focus to what was asked for; a page that merely opens keeps its own. */
  #settle(selector: string) {
    if (this.#asked) void this.focusOn(selector);
    this.#asked = false;
  }

  protected override render() {
    const words = this.#words;
    return html`<div class="stack">
      <h2 id="title" tabindex="-1" part="title">${words.title}</h2>
      <slot name="intro"></slot>
      ${this.#isComplete
        ? this.#flow.render({
            loading: () => html`<p class="muted">${this.common.loading}</p>`,
            unavailable: (state) => this.#renderUnavailable(state),
            reading: (state) => this.#renderCase(state),
            accepting: (state) => this.#renderCase(state),
            accepted: (state) => this.#renderAccepted(state),
            already: (state) => this.#renderAlready(state),
            declined: (state) => this.#renderDeclined(state),
          })
        : html`<div class="alert warning-tone"><p>${words.optionsMissing}</p></div>
            <div class="row">${this.#servicesButton()}</div>`}
      <slot name="help"></slot>
      ${this.renderStatus()}
    </div>`;
  }

  #servicesButton(primary = false): TemplateResult {
    return html`<button class=${primary ? 'primary' : ''} type="button" @click=${this.#onServices}>${this.#words.services}</button>`;
  }

  #renderSubject({ membership, service }: Subject): TemplateResult {
    const words = this.#words;
    return html`<dl class="facts">
      <div><dt>${words.service}</dt><dd>${service.name}</dd></div>
      <div><dt>${words.structure}</dt><dd>${membership.structure.name}</dd></div>
    </dl>`;
  }

  #renderUnavailable({ problem }: State<'unavailable'>): TemplateResult {
    return html`${this.renderProblem(problem, this.#words.problems)}
      <div class="row">
        <button type="button" @click=${this.#onRetry}>${this.common.retry}</button>
        ${this.#servicesButton()}
      </div>`;
  }

  #renderCase(state: State<'reading' | 'accepting'>): TemplateResult {
    const words = this.#words;
    const busy = state.name === 'accepting' ? 'true' : nothing;
    const changed = state.name === 'reading' && state.changed;
    return html`${changed
        ? html`<div class="alert warning-tone" id="changed" tabindex="-1" role="group" aria-labelledby="changed-title">
            <strong id="changed-title">${words.changedTitle}</strong>
            <p>${words.changed}</p>
          </div>`
        : nothing}
      <div class="card" part="case">
        ${this.#renderSubject(state)}
        ${caseText({
          words,
          common: this.common,
          case: state.case,
          service: state.service.name,
          structure: state.membership.structure,
        })}
      </div>
      ${state.name === 'reading' ? this.renderProblem(state.problem, words.problems) : nothing}
      <div class="row">
        <button type="button" aria-disabled=${busy} @click=${this.#onDecline}>${words.cancel}</button>
        <button class="primary" type="button" aria-disabled=${busy} @click=${this.#onAccept}>
          ${state.name === 'accepting' ? words.accepting : words.accept}
        </button>
      </div>`;
  }

  /** The way on: to the letter when there is one, else back to the services. */
  #renderWays({ state, claimId, membershipId }: Habilitation): TemplateResult {
    const toLetter = state === 'awaiting_letter' && claimId;
    return html`<div class="row">
      ${toLetter
        ? html`<button
            class="primary"
            type="button"
            @click=${() => this.dispatchEvent(new ActivationRequestedEvent({ claimId, membershipId }))}
          >
            ${this.#words.typeCode}
          </button>`
        : nothing}
      ${this.#servicesButton(!toLetter)}
    </div>`;
  }

  #renderAccepted({ case: accepted, habilitation, service }: State<'accepted'>): TemplateResult {
    const words = this.#words;
    const title = habilitation.state === 'granted' ? words.grantedTitle(service.name) : words.acceptedTitle;
    return html`<section class="alert success-tone" part="success" aria-labelledby="done">
        <h3 id="done" tabindex="-1">${title}</h3>
        ${words.done[accepted].map((sentence) => html`<p>${sentence}</p>`)}
      </section>
      ${this.#renderWays(habilitation)}`;
  }

  #renderAlready({ habilitation, service }: State<'already'>): TemplateResult {
    const words = this.#words;
    const { state } = habilitation;
    const sentence = words.already[state === 'granted' || state === 'awaiting_letter' ? state : 'awaiting_administrator'];
    return html`<section class="alert" part="success" aria-labelledby="done">
        <h3 id="done" tabindex="-1">${state === 'granted' ? words.grantedTitle(service.name) : words.alreadyTitle}</h3>
        <p>${sentence(service.name)}</p>
      </section>
      ${this.#renderWays(habilitation)}`;
  }

  #renderDeclined(state: State<'declined'>): TemplateResult {
    const words = this.#words;
    return html`<section class="alert" aria-labelledby="done">
        <h3 id="done" tabindex="-1">${words.declinedTitle}</h3>
        ${this.#renderSubject(state)}
        <p>${words.declined}</p>
      </section>
      <div class="row">
        <button type="button" @click=${this.#onRetry}>${words.resume}</button>
        ${this.#servicesButton()}
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bdt-habilitation-request': BdtHabilitationRequest;
  }
}
