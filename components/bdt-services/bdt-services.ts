import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { FlowProblem } from '../../sdk/flows/problem.js';
import { servicesFlow, type ServicesState } from '../../sdk/flows/services/services.js';
import { habilitationStates } from '../locales/fr/habilitation-states.js';
import { jobFunctions } from '../locales/fr/job-functions.js';
import { sectors } from '../locales/fr/sectors.js';
import { services } from '../locales/fr/services.js';
import { BdtElement } from '../shared/bdt-element.js';
import { FlowController } from '../shared/flow-controller.js';
import { ActivationRequestedEvent, AdministrationRequestedEvent } from '../shared/navigation-events.js';
import { alert } from '../shared/styles/alert.styles.js';
import { card } from '../shared/styles/card.styles.js';
import { facts } from '../shared/styles/facts.styles.js';
import { form } from '../shared/styles/form.styles.js';
import { tokens } from '../shared/styles/tokens.styles.js';
import { HabilitationRequestedEvent, ServiceOpenedEvent, StructureRequestedEvent } from './bdt-services.events.js';
import { styles } from './bdt-services.styles.js';
import { QuietRefresh } from './quiet-refresh.js';
import { catalogue, changes, contactNotice } from './views/catalogue.js';
import type { functionDialog } from './views/function-dialog.js';
import { noStructure, structureCard, structureSwitch } from './views/structure-card.js';

type Listed = Exclude<ServicesState, { name: 'loading' | 'unavailable' }>;

/**
 * The services, what each offers, and where the person stands with each for one of their structures.
 *
 * An open page keeps itself up to date: when it comes back to the front, and every 30 seconds while someone is there.
 *
 * @slot intro - Under the heading.
 * @slot contact - Where to turn when the structure has no client number.
 * @event bdt-structure-requested - The person wants to attach themselves to a structure.
 * @event bdt-habilitation-requested - The person asks for a service.
 * @event bdt-activation-requested - The person has the letter and wants to type its code.
 * @event bdt-administration-requested - An administrator wants to see the users of the structure.
 * @event bdt-service-opened - The person opens a service; cancelling it keeps the link from being followed.
 * @event bdt-session-required - The person has to sign in.
 * @csspart title - The heading.
 * @csspart structure - The structure in whose name services are shown.
 * @csspart switch - The choice of a structure, for someone who has several.
 * @csspart catalogue - The list of services.
 * @csspart service - One service.
 * @csspart state - Where the person stands with a service.
 * @csspart open - The way into a service.
 * @csspart dialog - Where the function is chosen.
 * @csspart error - What is wrong with that choice.
 */
export class BdtServices extends BdtElement {
  static override styles = [tokens, form, alert, card, facts, styles];

  readonly #flow = new FlowController(
    this,
    servicesFlow,
    () => ({ membershipId: this.membershipId }),
    (state, previous) => this.#arrived(state, previous),
  );
  /** What was listed last: it stays on the screen while another structure is on its way. */
  #shown: Listed | undefined;
  /** Button that opened the dialog, by its id. */
  #opener = 'edit-function';
  /** Comes after the first paint. */
  #dialog: typeof functionDialog | undefined;
  /** The dialog's script did not come when it was needed. */
  #dialogProblem: FlowProblem | undefined;
  /** Service whose card had the focus before it was drawn anew. */
  #focusedService: string | undefined;
  /** The person asked for what is loading, so that the focus goes where it arrives. */
  #asked = false;

  /** Structure to show first; the default one when absent. */
  @property({ attribute: 'membership-id' }) membershipId?: string;

  constructor() {
    super();
    new QuietRefresh(this, () => this.#flow.send({ type: 'refreshed', quietly: true }));
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus(options);
  }

  /** Reads everything anew, while what is known stays on the screen. */
  refresh(): void {
    this.#flow.send(this.#flow.state?.name === 'unavailable' ? { type: 'retried' } : { type: 'refreshed', quietly: true });
  }

  get #words() {
    return this.messages('services', services);
  }

  get #states() {
    return this.messages('habilitationStates', habilitationStates);
  }

  get #jobFunctions() {
    return this.messages('jobFunctions', jobFunctions);
  }

  get #currentId(): string {
    return this.#shown?.current?.membershipId ?? '';
  }

  #onSwitch = (event: Event) => {
    this.#flow.send({ type: 'membership_chosen', membershipId: (event.target as HTMLSelectElement).value });
  };

  #onRetry = () => {
    this.#asked = true;
    this.#flow.send({ type: 'retried' });
  };

  #onFunction = (opener: string) => {
    this.#opener = opener;
    this.#dialogProblem = undefined;
    void this.#loadDialog();
    this.#flow.send({ type: 'function_opened' });
  };

  #onAttach = () => {
    this.dispatchEvent(new StructureRequestedEvent());
  };

  #onAsk = (serviceId: string) => {
    this.dispatchEvent(new HabilitationRequestedEvent({ membershipId: this.#currentId, serviceId }));
  };

  #onCode = (claimId: string) => {
    this.dispatchEvent(new ActivationRequestedEvent({ claimId, membershipId: this.#currentId }));
  };

  #onAdministration = () => {
    this.dispatchEvent(new AdministrationRequestedEvent({ membershipId: this.#currentId }));
  };

  #onOpen = (event: Event, serviceId: string) => {
    if (!this.dispatchEvent(new ServiceOpenedEvent({ serviceId }))) event.preventDefault();
  };

  #onContact = () => {
    void this.focusOn('#contact');
  };

  #arrived(state: ServicesState, previous: ServicesState) {
    // What was said of work ends with it.
    if (state.name !== previous.name) this.announce('');
    const words = this.#words;
    switch (state.name) {
      case 'loading':
        this.announce(this.#shown ? words.switching : this.common.loading);
        return;
      case 'unavailable':
        if (this.#asked || document.activeElement === document.body) void this.focusOn('[role="alert"]');
        this.#asked = false;
        return;
      case 'choosing_function':
        if (previous.name === 'loading') void this.#loadDialog();
        if (state.issue || state.problem) void this.focusOn('#function');
        return;
      case 'saving_function':
        this.announce(words.saving);
        return;
      case 'listed':
        this.#arrivedAtList(state, previous);
    }
  }

  async #loadDialog() {
    if (this.#dialog) return;
    try {
      this.#dialog = (await import('./views/function-dialog.js')).functionDialog;
    } catch {
      // Only worth a word to someone who is waiting for it.
      if (this.#flow.state?.name === 'choosing_function') this.#dialogProblem = { code: 'unreachable' };
      this.#flow.send({ type: 'function_cancelled' });
    }
    this.requestUpdate();
  }

  #arrivedAtList(state: Extract<ServicesState, { name: 'listed' }>, previous: ServicesState) {
    const words = this.#words;
    if (previous.name === 'listed') {
      const said = changes(words, this.#states, previous.offers, state.offers);
      if (said) this.announce(said);
      return;
    }
    if (previous.name === 'loading') {
      void this.#loadDialog();
      this.announce(state.current?.structure.name ?? '');
      if (this.#asked) void this.focusOn('#title');
      this.#asked = false;
      return;
    }
    const saved = previous.name === 'saving_function';
    if (saved) this.announce(words.functionSaved);
    void this.focusOn(saved ? '#edit-function' : `#${CSS.escape(this.#opener)}`);
  }

  protected override willUpdate(): void {
    const active = this.shadowRoot?.activeElement;
    this.#focusedService = active?.closest<HTMLElement>('[data-service]')?.dataset.service;
  }

  protected override updated(): void {
    // A button that had the focus may have gone with what it offered; its card is still there.
    if (!this.#focusedService || this.shadowRoot?.activeElement) return;
    this.shadowRoot?.getElementById(`service-${this.#focusedService}`)?.focus();
  }

  protected override render() {
    const words = this.#words;
    return html`<div class="stack">
      <div>
        <h2 id="title" tabindex="-1" part="title">${words.title}</h2>
        <slot name="intro"><p class="muted">${words.intro}</p></slot>
      </div>
      ${this.#flow.render({
        loading: (state) => (this.#shown ? this.#renderList(this.#shown, state.membershipId) : html`<p class="muted">${this.common.loading}</p>`),
        unavailable: (state) =>
          html`${this.renderProblem(state.problem, words.problems)}
            <div class="row"><button type="button" @click=${this.#onRetry}>${this.common.retry}</button></div>`,
        listed: (state) => this.#renderList(state),
        choosing_function: (state) => this.#renderList(state),
        saving_function: (state) => this.#renderList(state),
      })}
      ${this.renderStatus()}
    </div>`;
  }

  /** @param switchingTo - Membership that is on its way. */
  #renderList(state: Listed, switchingTo?: string): TemplateResult {
    this.#shown = state;
    const words = this.#words;
    const { memberships, current, offers } = state;
    const saved = state.name === 'listed' && state.notice === 'function_saved' && !switchingTo;
    return html`${state.name === 'listed' ? this.renderProblem(state.problem ?? this.#dialogProblem, words.problems) : nothing}
      ${structureSwitch(words, memberships, switchingTo ?? current?.membershipId, this.#onSwitch)}
      ${current
        ? structureCard({
            words,
            sectors: this.messages('sectors', sectors),
            jobFunctions: this.#jobFunctions,
            current,
            onEdit: () => this.#onFunction('edit-function'),
            onAdministration: this.#onAdministration,
          })
        : noStructure(words, this.#onAttach)}
      ${saved ? html`<div class="alert success-tone"><p>${words.functionSaved}</p></div>` : nothing}
      ${current ? contactNotice(words, current, offers) : nothing}
      ${catalogue(offers, Boolean(switchingTo), {
        words,
        states: this.#states,
        locale: this.locale,
        current,
        onAttach: this.#onAttach,
        onFunction: this.#onFunction,
        onContact: this.#onContact,
        onAsk: this.#onAsk,
        onOpen: this.#onOpen,
        onCode: this.#onCode,
      })}
      ${'choice' in state ? this.#renderDialog(state) : nothing}`;
  }

  #renderDialog(state: Extract<ServicesState, { name: 'choosing_function' | 'saving_function' }>): TemplateResult | undefined {
    const words = this.#words;
    const choosing = state.name === 'choosing_function';
    return this.#dialog?.({
      words,
      jobFunctions: this.#jobFunctions,
      common: this.common,
      choice: state.choice,
      error: choosing && state.issue ? words.functionRequired : undefined,
      problem: choosing ? this.renderProblem(state.problem, words.problems) : nothing,
      busy: !choosing,
      onChoose: (choice) => this.#flow.send({ type: 'function_chosen', choice }),
      onSubmit: () => this.#flow.send({ type: 'function_submitted' }),
      onCancel: () => this.#flow.send({ type: 'function_cancelled' }),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bdt-services': BdtServices;
  }
}
