import { ContextProvider } from '@lit/context';
import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { BdtClient } from '../../sdk/client/client.js';
import { lazyClient } from '../../sdk/client/lazy-client.js';
import type { KeyValueStore } from '../../sdk/flows/storage.js';
import { settingsContext, storageOr, type BdtSettings } from '../shared/settings.js';

/**
 * Gives every element inside it the backend, the language and the storages. Draws nothing of its own.
 *
 * Without one, elements speak with the origin of their page.
 *
 * @slot - The elements, among anything else.
 */
export class BdtProvider extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  /** Where the backend is; the page's origin when absent. */
  @property({ attribute: 'base-url' }) baseUrl?: string;

  /** Language of the elements inside, as a BCP 47 tag; the page's when absent. */
  @property() locale?: string;

  /** How a session is kept: in a cookie, or as a token in memory for a backend of another origin. */
  @property() transport: 'cookie' | 'bearer' = 'cookie';

  /** A client of the page's own, in place of one for `base-url` and `transport`. */
  @property({ attribute: false }) client?: BdtClient;

  /** Where drafts without secrets are kept; this tab's storage when absent. */
  @property({ attribute: false }) drafts?: KeyValueStore;

  /** Where other tabs may take a journey up; the browser's storage when absent. */
  @property({ attribute: false }) shared?: KeyValueStore;

  readonly #context = new ContextProvider(this, { context: settingsContext });
  #own?: { readonly client: BdtClient; readonly madeFor: string };

  override connectedCallback(): void {
    // Elements inside may ask before the first update.
    this.#provide();
    super.connectedCallback();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.size) this.#provide();
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  #provide() {
    const settings: BdtSettings = {
      client: this.client ?? this.#ownClient(),
      locale: this.locale,
      drafts: this.drafts ?? storageOr('sessionStorage'),
      shared: this.shared ?? storageOr('localStorage'),
    };
    const known: BdtSettings | undefined = this.#context.value;
    if (known && (Object.keys(settings) as (keyof BdtSettings)[]).every((key) => settings[key] === known[key])) return;
    this.#context.setValue(settings);
  }

  /** One client for each backend, so that a token in memory outlives a change of language. */
  #ownClient(): BdtClient {
    const { baseUrl, transport } = this;
    const madeFor = JSON.stringify([baseUrl, transport]);
    if (this.#own?.madeFor !== madeFor) {
      const locale = () => this.locale || document.documentElement.lang || 'fr';
      this.#own = { client: lazyClient({ baseUrl, transport, locale }), madeFor };
    }
    return this.#own.client;
  }
}
