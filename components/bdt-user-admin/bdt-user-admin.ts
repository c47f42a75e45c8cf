import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { PendingRequest } from '../../sdk/contract/administration.js';
import type { FlowProblem } from '../../sdk/flows/problem.js';
import { REASON_MAX, userAdminFlow, type UserAdminAction, type UserAdminState } from '../../sdk/flows/user-admin/user-admin.js';
import { habilitationStates } from '../locales/fr/habilitation-states.js';
import { jobFunctions } from '../locales/fr/job-functions.js';
import { userAdmin } from '../locales/fr/user-admin.js';
import { BdtElement } from '../shared/bdt-element.js';
import { FlowController } from '../shared/flow-controller.js';
import { LazyView } from '../shared/lazy-view.js';
import { ServicesRequestedEvent } from '../shared/navigation-events.js';
import { alert } from '../shared/styles/alert.styles.js';
import { card } from '../shared/styles/card.styles.js';
import { facts } from '../shared/styles/facts.styles.js';
import { form } from '../shared/styles/form.styles.js';
import { tokens } from '../shared/styles/tokens.styles.js';
import { loading, unavailable } from '../shared/templates/unavailable.js';
import { HabilitationDecidedEvent } from './bdt-user-admin.events.js';
import { styles } from './bdt-user-admin.styles.js';
import { head } from './views/head.js';
import type { Lists } from './views/lists.js';
import { decided, nobody } from './views/notice.js';
import { lengthOf, reasonError } from './views/reason.js';
import { nameOf, type Words } from './views/words.js';

type State<Name extends UserAdminState['name']> = Extract<UserAdminState, { readonly name: Name }>;

/** Milliseconds without a key before the characters left are spoken. */
const PAUSE = 1000;

/**
 * Shows an administrator the requests of their structure that wait, to accept or to refuse with a reason, and its users with
 * what each holds.
 *
 * @slot intro - Under the heading.
 * @slot help - Under the lists.
 * @event bdt-habilitation-decided - A request was accepted or refused.
 * @event bdt-services-requested - The person, who is no administrator, goes back to their services.
 * @event bdt-session-required - The person has to sign in again.
 * @csspart title - The heading.
 * @csspart notice - What was just decided.
 * @csspart requests - The requests that wait.
 * @csspart request - One request.
 * @csspart users - The users of the structure.
 * @csspart user - One user.
 * @csspart state - The state of a habilitation.
 * @csspart pages - The way through the pages of a list.
 * @csspart dialog - Where the reason is asked for.
 * @csspart refusal - The form in that dialog.
 * @csspart nothing - What is said to someone who is no administrator.
 * @csspart field - A field with its label, hint and error.
 * @csspart label - The label of a field.
 * @csspart input - The box of a field.
 * @csspart error - What is wrong with a field.
 */
export class BdtUserAdmin extends BdtElement {
  static override styles = [tokens, form, alert, card, facts, styles];

  readonly #flow = new FlowController(
    this,
    userAdminFlow,
    () => ({ membershipId: this.membershipId || undefined }),
    (state, previous) => this.#arrived(state, previous),
  );
  readonly #lists = new LazyView(this, async () => (await import('./views/lists.js')).lists);
  /** The request that was last taken up, for what is said of it afterwards. */
  #concerned: PendingRequest | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;

  /** The administrator's own membership; the first one they administer when absent. */
  @property({ attribute: 'membership-id' }) membershipId?: string;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#pause);
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('#requests, #nobody')?.focus(options);
  }

  get #words(): Words {
    return {
      own: this.messages('userAdmin', userAdmin),
      habilitationStates: this.messages('habilitationStates', habilitationStates),
      jobFunctions: this.messages('jobFunctions', jobFunctions),
      common: this.common,
      locale: this.locale,
    };
  }

  #onRetry = () => {
    this.#flow.send({ type: 'retried' });
  };

  #onRefresh = () => {
    this.#flow.send({ type: 'refreshed' });
  };

  #onGrant = (request: PendingRequest) => {
    this.#take({ type: 'granted', habilitationId: request.habilitation.habilitationId });
  };

  #onRefuse = (request: PendingRequest) => {
    this.#take({ type: 'refusal_opened', habilitationId: request.habilitation.habilitationId });
  };

  #onPage = (list: 'requests' | 'users', page: number) => {
    this.#flow.send({ type: 'page_chosen', list, page });
  };

  #onReason = (event: Event) => {
    const reason = (event.target as HTMLTextAreaElement).value;
    this.#flow.send({ type: 'reason_typed', reason });
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.announce(this.#words.own.reasonLeft(REASON_MAX - lengthOf(reason))), PAUSE);
  };

  #onReasonSubmitted = (event: Event) => {
    event.preventDefault();
    this.#flow.send({ type: 'refusal_submitted' });
  };

  #onRefusalCancelled = () => {
    this.#flow.send({ type: 'refusal_cancelled' });
  };

  #onServices = () => {
    this.dispatchEvent(new ServicesRequestedEvent({ membershipId: this.membershipId || undefined }));
  };

  #take(action: Extract<UserAdminAction, { readonly type: 'granted' | 'refusal_opened' }>) {
    this.#flow.send(action);
    const { state } = this.#flow;
    if (state && 'request' in state) this.#concerned = state.request;
  }

  #arrived(state: UserAdminState, previous: UserAdminState) {
    const { own } = this.#words;
    if (state.name !== 'refusing') clearTimeout(this.#pause);
    switch (state.name) {
      case 'listed':
        this.#arrivedAtLists(state, previous);
        return;
      case 'turning_page':
        this.announce(own.refreshing);
        return;
      case 'deciding':
      case 'deciding_refusal':
        this.announce(own.deciding);
        return;
      case 'refusing':
        this.#concerned = state.request;
        if (previous.name === 'deciding_refusal') this.announce('');
        if (reasonError(this.#words, state.issue, state.problem)) void this.focusOn('#reason');
        return;
      default:
        return;
    }
  }

  #arrivedAtLists(state: State<'listed'>, previous: UserAdminState) {
    const { own } = this.#words;
    switch (previous.name) {
      case 'deciding':
      case 'deciding_refusal':
        this.#arrivedAtDecision(state, previous);
        return;
      case 'refusing':
        void this.focusOn(`[data-refuse="${CSS.escape(previous.request.habilitation.habilitationId)}"]`);
        return;
      case 'turning_page': {
        const turned = (['requests', 'users'] as const).find((list) => state[list].page !== previous[list].page);
        // Said once: by the focus on another page's heading, else by the status.
        this.announce(turned || state.problem ? '' : own.refreshed);
        if (turned) void this.focusOn(`#${turned}`);
        return;
      }
      default:
        return;
    }
  }

  #arrivedAtDecision(state: State<'listed'>, previous: State<'deciding' | 'deciding_refusal'>) {
    const { notice, problem, requests: left } = state;
    const { habilitationId } = previous.request.habilitation;
    if (notice) this.dispatchEvent(new HabilitationDecidedEvent({ habilitationId, decision: notice.decision }));
    const at = previous.requests.results.findIndex(({ habilitation }) => habilitation.habilitationId === habilitationId);
    const next = left.results[Math.min(at, left.results.length - 1)];
    if (problem && problem.code !== 'already_decided') {
      this.announce('');
    } else if (next) {
      this.announce(notice ? decided(this.#words, notice) : '');
      void this.focusOn(`[data-request="${CSS.escape(next.habilitation.habilitationId)}"]`);
    } else {
      this.announce('');
      void this.focusOn(notice ? '#notice' : '#requests');
    }
  }

  #alert(problem: FlowProblem | undefined) {
    const { own } = this.#words;
    const concerned = this.#concerned;
    return this.renderProblem(problem, {
      ...own.problems,
      ...(concerned && { already_decided: (what) => own.alreadyDecided(nameOf(concerned.user), concerned.serviceName, what) }),
    });
  }

  protected override render() {
    const words = this.#words;
    const listing = (state: Lists) => this.#renderLists(state);
    return html`<div class="stack">
      ${head(words, this.#flow.state, this.#onRefresh)}
      <slot name="intro"></slot>
      ${this.#flow.render({
        loading: () => loading(words.common),
        unavailable: ({ problem }) => unavailable(words.common, this.#alert(problem), this.#onRetry),
        not_administrator: () => nobody(words, this.#onServices),
        listed: listing,
        turning_page: listing,
        refusing: listing,
        deciding: listing,
        deciding_refusal: listing,
      })}
      <slot name="help"></slot>
      ${this.renderStatus()}
    </div>`;
  }

  #renderLists(state: Lists): TemplateResult {
    const { view, failed, load } = this.#lists;
    if (!view) return failed ? unavailable(this.common, this.#alert({ code: 'unreachable' }), load) : loading(this.common);
    return view({
      words: this.#words,
      state,
      alert: (problem) => this.#alert(problem),
      status: this.renderStatus(),
      onGrant: this.#onGrant,
      onRefuse: this.#onRefuse,
      onPage: this.#onPage,
      onReason: this.#onReason,
      onReasonSubmitted: this.#onReasonSubmitted,
      onRefusalCancelled: this.#onRefusalCancelled,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bdt-user-admin': BdtUserAdmin;
  }
}
