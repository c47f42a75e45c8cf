import type { Catalogue } from '../locales/catalogue.js';

/** Sentences of some sections, and of a section some. */
export type CatalogueSentences = { readonly [Section in keyof Catalogue]?: Partial<Catalogue[Section]> };

const registered = new Map<string, CatalogueSentences>();
const listeners = new Set<() => void>();

/**
 * Gives the sentences of a language, or overrides some of one: French is there from the start, and stands where a sentence
 * isn't given. Elements already drawn follow.
 *
 * @param language - Primary subtag, as `en`.
 * @param catalogue - What was given before of the same section goes.
 */
export function registerCatalogue(language: string, catalogue: CatalogueSentences): void {
  registered.set(language, { ...registered.get(language), ...catalogue });
  for (const listener of [...listeners]) listener();
}

/** @returns A function that ends the subscription. */
export function onCatalogueChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Sentences of one section in a language.
 *
 * @param source - The section in French, for a language, or a sentence, that isn't registered.
 */
export function messagesOf<Section extends keyof Catalogue>(section: Section, locale: string, source: Catalogue[Section]): Catalogue[Section] {
  const language = locale.replace(/-.*/, '');
  const given = registered.get(language)?.[section];
  return given ? { ...source, ...given } : source;
}
