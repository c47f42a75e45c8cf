import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { StructurePage, StructureSummary } from '../../../sdk/contract/structure.js';
import { identityLines, type Words } from './address.js';

export interface ResultsOptions {
  readonly words: Words;
  readonly searched: string;
  readonly found: StructurePage;
  /** Structure whose details are on their way. */
  readonly opening: string | undefined;
  /** A search or details are on their way. */
  readonly busy: boolean;
  readonly onChoose: (siret: string) => void;
  readonly onPage: (page: number) => void;
}

/** How many pages a search has. */
export function pagesOf({ total, pageSize }: StructurePage): number {
  return Math.max(1, Math.ceil(total / Math.max(1, pageSize)));
}

/** "60 structures trouvées pour « eus », page 2 sur 3". */
export function resultsTitle({ own }: Words, searched: string, found: StructurePage): string {
  const pages = pagesOf(found);
  const title = own.results(own.count(found.total), searched.trim());
  return pages > 1 ? `${title}, ${own.page(found.page, pages)}` : title;
}

function card(structure: StructureSummary, { words, opening, busy, onChoose }: ResultsOptions): TemplateResult {
  const { own } = words;
  if (structure.closed) {
    return html`<div class="result" part="result closed">
      ${identityLines(structure, words)}
      <span class="badge warning-tone">${own.closed}</span>
      <span class="muted">${own.closedReason}</span>
    </div>`;
  }
  return html`<button
    class="result"
    part="result"
    type="button"
    data-siret=${structure.siret}
    aria-disabled=${busy ? 'true' : nothing}
    @click=${() => onChoose(structure.siret)}
  >
    ${identityLines(structure, words)} ${opening === structure.siret ? html`<span class="muted">${own.opening}</span>` : nothing}
  </button>`;
}

function pager({ words: { own }, found, busy, onPage }: ResultsOptions): TemplateResult | typeof nothing {
  const pages = pagesOf(found);
  if (pages < 2) return nothing;
  const step = (page: number, label: string) =>
    html`<button type="button" aria-disabled=${busy ? 'true' : nothing} @click=${() => onPage(page)}>${label}</button>`;
  return html`<nav class="row pages" part="pages" aria-label=${own.pages}>
    ${found.page > 1 ? step(found.page - 1, own.previous) : html`<span></span>`}
    <span>${own.page(found.page, pages)}</span>
    ${found.page < pages ? step(found.page + 1, own.next) : html`<span></span>`}
  </nav>`;
}

/** What a search found, or why it found nothing. */
export function results(options: ResultsOptions): TemplateResult {
  const { words, searched, found, busy } = options;
  const { own } = words;
  const title = html`<h3 id="results" tabindex="-1" part="results-title">${resultsTitle(words, searched, found)}</h3>`;
  if (!found.results.length) {
    return html`<section class="stack close" aria-labelledby="results" part="nothing">
      ${title}
      <p>${own.hints[found.hint ?? 'nothing_found']}</p>
      <p>${own.notClient} <slot name="offices">${own.offices}</slot></p>
    </section>`;
  }
  return html`<section class="stack close" aria-labelledby="results" aria-busy=${busy ? 'true' : 'false'} part="results">
    ${title} ${found.total >= 10_000 ? html`<p class="muted">${own.tooMany}</p>` : nothing}
    <ul class="results" role="list">
      ${repeat(
        found.results,
        ({ siret }) => siret,
        (structure) => html`<li>${card(structure, options)}</li>`,
      )}
    </ul>
    ${pager(options)}
  </section>`;
}
