import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { StructureDetails } from '../../sdk/contract/structure.js';
import { structurePickerFlow, type StructurePickerState } from '../../sdk/flows/structure-picker/structure-picker.js';
import { structurePicker } from '../locales/fr/structure-picker.js';
import { BdtElement } from '../shared/bdt-element.js';
import { FlowController } from '../shared/flow-controller.js';
import { alert } from '../shared/styles/alert.styles.js';
import { card } from '../shared/styles/card.styles.js';
import { facts } from '../shared/styles/facts.styles.js';
import { form } from '../shared/styles/form.styles.js';
import { tokens } from '../shared/styles/tokens.styles.js';
import { textField } from '../shared/templates/field.js';
import { StructureAttachedEvent, StructureChosenEvent } from './bdt-structure-picker.events.js';
import { styles } from './bdt-structure-picker.styles.js';
import { siretOf, type Words } from './views/address.js';
import { details } from './views/details.js';
import { results } from './views/results.js';

type Found = Extract<StructurePickerState, { name: 'found' }>;
type State<Name extends StructurePickerState['name']> = Extract<StructurePickerState, { name: Name }>;

/**
 * Finds a structure by name, town, postcode, SIREN or SIRET, shows its details for a last check, and attaches the signed-in
 * person to it.
 *
 * @slot intro - Under the heading.
 * @slot offices - Where to turn when the structure can't be found or is no client yet: "Contactez la Direction Régionale".
 * @slot success - What to do once attached or chosen.
 * @event bdt-structure-attached - The person is attached to the structure.
 * @event bdt-structure-chosen - With `choose-only`: the person chose the structure.
 * @event bdt-session-required - The person has to sign in before attaching.
 * @csspart title - The heading.
 * @csspart search - The search form.
 * @csspart results - What was found.
 * @csspart result - One structure.
 * @csspart pages - The way through the pages of results.
 * @csspart nothing - What is said when nothing was found.
 * @csspart details - The last check.
 * @csspart success - What is said at the end.
 * @csspart results-title - How many were found.
 * @csspart closed - The mark of a structure that is closed.
 * @csspart field - A field with its label, hint and error.
 * @csspart label - The label of a field.
 * @csspart input - The box of a field.
 * @csspart error - What is wrong with a field.
 */
export class BdtStructurePicker extends BdtElement {
  static override styles = [tokens, form, alert, card, facts, styles];

  readonly #flow = new FlowController(
    this,
    structurePickerFlow,
    () => ({ attach: !this.chooseOnly }),
    (state, previous) => this.#arrived(state, previous),
  );
  /** What was found last: it stays on the screen while another page is on its way. */
  #shown: Found | undefined;
  /** What was typed while a search was on its way; the journey is told when it ends. */
  #typedMeanwhile: string | undefined;

  /** Only chooses: nobody is attached, and no session is needed. */
  @property({ type: Boolean, attribute: 'choose-only' }) chooseOnly = false;

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('#query, h3')?.focus(options);
  }

  get #words(): Words {
    return { own: this.messages('structurePicker', structurePicker), common: this.common };
  }

  #onInput = (event: Event) => {
    const query = (event.target as HTMLInputElement).value;
    if (this.#flow.state?.name === 'searching') this.#typedMeanwhile = query;
    else this.#flow.send({ type: 'typed', query });
  };

  #onSubmit = (event: Event) => {
    event.preventDefault();
    this.#flow.send({ type: 'submitted' });
  };

  #onChoose = (siret: string) => {
    this.#flow.send({ type: 'structure_chosen', siret });
  };

  #onPage = (page: number) => {
    this.#flow.send({ type: 'page_chosen', page });
  };

  #onValidate = () => {
    this.#flow.send({ type: 'validated' });
  };

  #onBack = () => {
    this.#flow.send({ type: 'back' });
  };

  #onRestart = () => {
    this.#shown = undefined;
    this.#flow.send({ type: 'restarted' });
  };

  #arrived(state: StructurePickerState, previous: StructurePickerState) {
    // What was said of work ends with it.
    if (state.name !== previous.name) this.announce('');
    if (previous.name === 'searching' && this.#typedMeanwhile !== undefined) {
      const query = this.#typedMeanwhile;
      this.#typedMeanwhile = undefined;
      this.#flow.send({ type: 'typed', query });
    }
    const { own } = this.#words;
    switch (state.name) {
      case 'asking':
        if (state.issue ? !('attempts' in previous) || state.attempts > previous.attempts : previous.name !== 'asking') {
          void this.focusOn('#query');
        }
        return;
      case 'searching':
        this.announce(own.searching);
        return;
      case 'found':
        this.#arrivedAtResults(state, previous);
        return;
      case 'opening':
        this.announce(own.opening);
        return;
      case 'checking_details':
        if (previous.name === 'opening') void this.focusOn('#check');
        return;
      case 'attaching':
        if (!this.chooseOnly) this.announce(own.attaching);
        return;
      case 'attached':
        void this.focusOn('#done');
        this.dispatchEvent(new StructureAttachedEvent({ membershipId: state.membership.membershipId, siret: state.structure.siret }));
        return;
      case 'chosen':
        void this.focusOn('#done');
        this.dispatchEvent(new StructureChosenEvent({ siret: state.structure.siret, name: state.structure.name }));
    }
  }

  #arrivedAtResults(state: Found, previous: StructurePickerState) {
    if (previous.name === 'checking_details') void this.focusOn(`[data-siret="${previous.structure.siret}"]`);
    if (previous.name !== 'searching') return;
    // Said once: by the focus on another page's heading, else by the status.
    if (state.found.page > 1 || document.activeElement === document.body) {
      void this.focusOn('#results');
    } else {
      this.announce(this.#words.own.count(state.found.total));
    }
  }

  protected override render() {
    const { own } = this.#words;
    return html`<div class="stack">
      <h2 part="title">${own.title}</h2>
      <slot name="intro"></slot>
      ${this.#flow.render({
        asking: (state) => this.#renderSearch(state),
        searching: (state) => this.#renderSearch(state),
        found: (state) => this.#renderSearch(state),
        opening: (state) => this.#renderSearch(state),
        checking_details: (state) => this.#renderDetails(state),
        attaching: (state) => this.#renderDetails(state),
        attached: ({ structure }) => this.#renderDone(own.attached(structure.name), structure, own.attachedNext),
        chosen: ({ structure }) => this.#renderDone(own.chosen(structure.name), structure),
      })}
      ${this.renderStatus()}
    </div>`;
  }

  #renderSearch(state: State<'asking' | 'searching' | 'found' | 'opening'>): TemplateResult {
    const words = this.#words;
    const { own } = words;
    const searching = state.name === 'searching';
    if (state.name === 'found') this.#shown = state;
    const problem = 'problem' in state ? this.renderProblem(state.problem, own.problems) : nothing;
    return html`<form role="search" novalidate part="search" @submit=${this.#onSubmit}>
        ${textField({
          id: 'query',
          label: own.query,
          hint: own.hint,
          type: 'search',
          value: this.#typedMeanwhile ?? state.query,
          autocomplete: 'off',
          isOptional: true,
          maxlength: 200,
          error: state.name === 'asking' && state.issue ? own.queryRequired : undefined,
          after: html`<button class="primary" aria-disabled=${searching ? 'true' : nothing}>
            ${searching ? own.searching : own.search}
          </button>`,
          onInput: this.#onInput,
        })}
      </form>
      ${problem} ${this.#renderResults(state)}`;
  }

  #renderResults(state: State<'asking' | 'searching' | 'found' | 'opening'>): TemplateResult | typeof nothing {
    const words = this.#words;
    const turning = state.name === 'searching' && this.#shown?.searched === state.query;
    const shown = state.name === 'found' || state.name === 'opening' ? state : turning ? this.#shown : undefined;
    if (!shown) {
      return html`<p class="muted">${words.own.notClient} <slot name="offices">${words.own.offices}</slot></p>`;
    }
    return results({
      words,
      searched: shown.searched,
      found: shown.found,
      opening: state.name === 'opening' ? state.siret : undefined,
      busy: state.name !== 'found',
      onChoose: this.#onChoose,
      onPage: this.#onPage,
    });
  }

  #renderDetails(state: State<'checking_details' | 'attaching'>): TemplateResult {
    return details({
      words: this.#words,
      locale: this.locale,
      structure: state.structure,
      busy: state.name === 'attaching',
      problem: state.name === 'checking_details' ? this.renderProblem(state.problem, this.#words.own.problems) : nothing,
      onValidate: this.#onValidate,
      onBack: this.#onBack,
    });
  }

  #renderDone(title: string, structure: StructureDetails, next?: string): TemplateResult {
    const { own, common } = this.#words;
    return html`<section class="alert success-tone" part="success">
        <h3 id="done" tabindex="-1">${title}</h3>
        <p>${own.siret}${common.colon}${siretOf(structure, this.#words)}</p>
        ${next ? html`<p>${next}</p>` : nothing}
        <slot name="success"></slot>
      </section>
      <div class="row"><button type="button" @click=${this.#onRestart}>${own.again}</button></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bdt-structure-picker': BdtStructurePicker;
  }
}
