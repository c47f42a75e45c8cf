import { html, nothing, type TemplateResult } from 'lit';
import type { Catalogue } from '../../locales/catalogue.js';

/** What there is to see before anything was read. */
export function loading(common: Catalogue['common']): TemplateResult {
  return html`<p class="muted">${common.loading}</p>`;
}

/**
 * What was to be read didn't come: why, and another try.
 *
 * @param otherwise - Where else to go.
 */
export function unavailable(
  common: Catalogue['common'],
  problem: unknown,
  onRetry: () => void,
  otherwise: unknown = nothing,
): TemplateResult {
  return html`${problem}
    <div class="row"><button type="button" @click=${onRetry}>${common.retry}</button>${otherwise}</div>`;
}
