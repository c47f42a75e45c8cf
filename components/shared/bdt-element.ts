import { ContextConsumer } from '@lit/context';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { FlowProblem } from '../../sdk/flows/problem.js';
import type { Catalogue } from '../locales/catalogue.js';
import { common } from '../locales/fr/common.js';
import { problems } from '../locales/fr/problems.js';
import { SessionRequiredEvent } from './events.js';
import { messagesOf, onCatalogueChange } from './messages.js';
import { defaultSettings, settingsContext, type BdtSettings } from './settings.js';

type Sentences = Readonly<Record<string, string | ((problem: FlowProblem) => string) | undefined>>;

/**
 * What all our elements share: settings, language, spoken status, and what is said when something did not go through.
 *
 * @cssprop --bdt-color-accent - Colour of buttons and links.
 * @cssprop --bdt-color-on-accent - Text on that colour.
 * @cssprop --bdt-color-ink - Text.
 * @cssprop --bdt-color-muted - Secondary text.
 * @cssprop --bdt-color-surface - Background of fields and cards.
 * @cssprop --bdt-color-raised - Background of messages.
 * @cssprop --bdt-color-line - Quiet borders.
 * @cssprop --bdt-color-edge - Borders of fields.
 * @cssprop --bdt-color-danger - Errors.
 * @cssprop --bdt-color-success - Success.
 * @cssprop --bdt-color-warning - Warnings.
 * @cssprop --bdt-color-focus - Ring around what has the focus.
 * @cssprop --bdt-radius - Radius of corners.
 * @cssprop --bdt-space - Base of the scale of spaces.
 * @cssprop --bdt-font - Family of type.
 */
export abstract class BdtElement extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: false };

  /** Language, as a BCP 47 tag. The provider's, else the page's, else French. */
  @property({ reflect: true }) override lang = '';

  /** Settings for this element alone; the provider's when absent. */
  @property({ attribute: false }) settingsOverride?: BdtSettings;

  /** What a screen reader says next. */
  @state() private status = '';

  readonly #provided = new ContextConsumer(this, { context: settingsContext, subscribe: true });
  #unsubscribe: (() => void) | undefined;

  get settings(): BdtSettings {
    return this.settingsOverride ?? this.#provided.value ?? defaultSettings();
  }

  /** The language in which the element speaks. */
  get locale(): string {
    return this.lang || this.settings.locale || document.documentElement.lang || 'fr';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unsubscribe = onCatalogueChange(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
  }

  /** Sentences of a section; `source` is that section in French. */
  protected messages<Section extends keyof Catalogue>(section: Section, source: Catalogue[Section]): Catalogue[Section] {
    return messagesOf(section, this.locale, source);
  }

  protected get common(): Catalogue['common'] {
    return this.messages('common', common);
  }

  /** The sentence for a problem: the element's own, else the common one, else that something went wrong. */
  protected sentence(problem: FlowProblem, own: Sentences = {}): string {
    const shared = this.messages('problems', problems);
    const found = own[problem.code] ?? (shared as Sentences)[problem.code] ?? shared.internal_error;
    return typeof found === 'function' ? found(problem) : found;
  }

  /** An error that is said at once, and stays; a lost session leads to signing in. */
  protected renderProblem(problem: FlowProblem | undefined, own?: Sentences): TemplateResult | typeof nothing {
    if (!problem) return nothing;
    return html`<div class="alert error-tone" part="problem" role="alert" tabindex="-1">
      <p>${this.sentence(problem, own)}</p>
      ${problem.code === 'session_required'
        ? html`<p><button type="button" @click=${this.#askForSession}>${this.common.signIn}</button></p>`
        : nothing}
    </div>`;
  }

  /** Where {@link announce} speaks; every view holds it once, so that it stays in the page. */
  protected renderStatus(): TemplateResult {
    return html`<div class="hidden" role="status">${this.status}</div>`;
  }

  /** Has a screen reader say something once, when it is not said by the focus already. */
  protected announce(text: string): void {
    this.status = text;
  }

  /** Moves the focus inside the element, once it is drawn. */
  protected async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  #askForSession = () => {
    this.dispatchEvent(new SessionRequiredEvent());
  };
}
