import { ContextEvent } from '@lit/context';
import { html, LitElement, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Catalogue } from '../locales/catalogue.js';
import { common } from '../locales/fr/common.js';
import { messagesOf, onCatalogueChange } from './messages.js';
import { pendingProvider } from './pending-provider.js';
import { defaultSettings, settingsContext, type BdtSettings } from './settings.js';

/**
 * What an element needs before its first paint: settings, language and spoken status. Those that may weigh a little more
 * start from `BdtElement`, which also says what did not go through.
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
export abstract class BdtElementBase extends LitElement {
  // Written out, because the decorators weigh more than half a kilobyte before the first paint.
  static override properties: PropertyDeclarations = {
    lang: { reflect: true },
    settingsOverride: { attribute: false },
    status: { state: true },
  };

  /** Language, as a BCP 47 tag. The provider's, else the page's, else French. */
  declare lang: string;

  /** Settings for this element alone; the provider's when absent. */
  declare settingsOverride?: BdtSettings;

  /** What a screen reader says next. */
  declare private status: string;

  #provided: BdtSettings | undefined;
  #leaveProvider: (() => void) | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor() {
    super();
    this.lang = '';
    this.status = '';
  }

  /** The settings that hold: its own, else the provider's, else those of a page without a provider. */
  get settings(): BdtSettings {
    return this.settingsOverride ?? this.#provided ?? defaultSettings();
  }

  /** The language in which the element speaks. */
  get locale(): string {
    return this.lang || this.settings.locale || document.documentElement.lang || 'fr';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unsubscribe = onCatalogueChange(() => this.requestUpdate());
    this.#askProvider();
    // A provider that is defined later has not heard the question: it is asked again.
    void pendingProvider(this)?.then(() => this.isConnected && this.#askProvider());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    this.#leaveProvider?.();
  }

  /** Sentences of a section; `source` is that section in French. */
  protected messages<Section extends keyof Catalogue>(section: Section, source: Catalogue[Section]): Catalogue[Section] {
    return messagesOf(section, this.locale, source);
  }

  protected get common(): Catalogue['common'] {
    return this.messages('common', common);
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

  #askProvider() {
    const listen = (settings: BdtSettings, leave?: () => void) => {
      if (leave !== this.#leaveProvider) this.#leaveProvider?.();
      this.#leaveProvider = leave;
      this.#provided = settings;
      this.requestUpdate();
    };
    this.dispatchEvent(new ContextEvent(settingsContext, this, listen, true));
  }
}
