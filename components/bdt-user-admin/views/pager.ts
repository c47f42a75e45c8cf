import { html, nothing, type TemplateResult } from 'lit';
import type { PageOf } from '../../../sdk/flows/user-admin/user-admin.js';
import { pagesIn, type Words } from './words.js';

/** The way through the pages of a list; nothing when there is one. */
export function pager(
  { own }: Words,
  label: string,
  list: PageOf<unknown>,
  busy: boolean,
  onPage: (page: number) => void,
): TemplateResult | typeof nothing {
  const pages = pagesIn(list);
  if (pages < 2) return nothing;
  const step = (page: number, text: string) =>
    html`<button type="button" aria-disabled=${busy ? 'true' : nothing} @click=${() => onPage(page)}>${text}</button>`;
  return html`<nav class="row pages" part="pages" aria-label=${label}>
    ${list.page > 1 ? step(list.page - 1, own.previous) : html`<span></span>`}
    <span>${own.page(list.page, pages)}</span>
    ${list.page < pages ? step(list.page + 1, own.next) : html`<span></span>`}
  </nav>`;
}
