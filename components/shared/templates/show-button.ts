import { html, type TemplateResult } from 'lit';

/** Shows the password beside it, as long as it is pressed in. */
export function showButton(label: string, isShown: boolean, onToggle: () => void): TemplateResult {
  return html`<button type="button" class="link" aria-pressed=${isShown} @click=${onToggle}>${label}</button>`;
}
