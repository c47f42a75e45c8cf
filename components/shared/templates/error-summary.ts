import { html, nothing, type TemplateResult } from 'lit';

export interface SummaryLine {
  /** Id of the field in the same shadow root. */
  readonly id: string;
  readonly label: string;
  readonly error: string;
}

function follow(event: Event) {
  event.preventDefault();
  const link = event.currentTarget as HTMLAnchorElement;
  (link.getRootNode() as ShadowRoot).getElementById(link.hash.slice(1))?.focus();
}

/** All that is wrong in a form, each line leading to its field. */
export function errorSummary(title: string, lines: readonly SummaryLine[]): TemplateResult | typeof nothing {
  if (!lines.length) return nothing;
  return html`<div class="alert error-tone" part="summary" role="group" aria-labelledby="summary-title">
    <strong id="summary-title">${title}</strong>
    <ul>
      ${lines.map(({ id, label, error }) => html`<li><a href="#${id}" @click=${follow}>${label} : ${error}</a></li>`)}
    </ul>
  </div>`;
}
