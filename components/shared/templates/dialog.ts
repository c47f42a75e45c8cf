import { html, type TemplateResult } from 'lit';
import { openDialogs } from '../open-dialogs.js';

export interface DialogOptions {
  /** Id of its heading, in the same shadow root. */
  readonly titleId: string;
  readonly title: string;
  readonly content: unknown;
  /** Escape, or the button that closes. */
  readonly onCancel: () => void;
}

/**
 * A modal dialog, open as long as it is drawn; the browser keeps the focus inside. Where the focus goes once it is no longer
 * drawn is for the element to say.
 */
export function modal({ titleId, title, content, onCancel }: DialogOptions): TemplateResult {
  return html`<dialog
    part="dialog"
    aria-labelledby=${titleId}
    @cancel=${(event: Event) => {
      event.preventDefault();
      onCancel();
    }}
    @close=${(event: Event) => {
      // A browser closes at the second Escape whatever the page says; while work is under way the dialog is still drawn.
      if (event.target === event.currentTarget) openDialogs(event.currentTarget as Element);
    }}
  >
    <div class="stack">
      <h2 id=${titleId}>${title}</h2>
      ${content}
    </div>
  </dialog>`;
}
