import { html, type TemplateResult } from 'lit';
import type { Catalogue } from '../../locales/catalogue.js';

/** Something about some fields, by the id that a field has in its shadow root. */
type ByField = Readonly<Partial<Record<string, unknown>>>;

/** What is wrong with each field, in words: a sentence for the field, for the rule, or for anything that isn't accepted. */
export function errorsInWords(codes: ByField, sentences: Readonly<Record<string, string>>, invalid: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(codes).map(([field, code]) => [field, sentences[`${field}_${String(code)}`] ?? sentences[String(code)] ?? invalid]),
  );
}

function follow(event: Event) {
  event.preventDefault();
  const link = event.currentTarget as HTMLAnchorElement;
  (link.getRootNode() as ShadowRoot).getElementById(link.hash.slice(1))?.focus();
}

/**
 * All that is wrong in a form, each line leading to its field; nothing when nothing is.
 *
 * @param fields - Their ids, in the order of the screen.
 */
export function errorSummary(
  { errorsTitle, colon }: Catalogue['common'],
  fields: readonly string[],
  labels: ByField,
  errors: ByField,
): TemplateResult | undefined {
  const wrong = fields.filter((id) => errors[id]);
  if (!wrong.length) return undefined;
  return html`<div class="alert error-tone" part="summary" role="group" aria-labelledby="summary-title">
    <strong id="summary-title">${errorsTitle(wrong.length)}</strong>
    <ul>
      ${wrong.map((id) => html`<li><a href="#${id}" @click=${follow}>${labels[id]}${colon}${errors[id]}</a></li>`)}
    </ul>
  </div>`;
}
