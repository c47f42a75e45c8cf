import { html, nothing, type TemplateResult } from 'lit';

/** What did not go through: said at once, and there until the matter is settled. */
export function problemAlert(sentence: string, after: unknown = nothing): TemplateResult {
  return html`<div class="alert error-tone" part="problem" role="alert" tabindex="-1">
    <p>${sentence}</p>
    ${after}
  </div>`;
}
