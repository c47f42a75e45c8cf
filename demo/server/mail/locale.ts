/** A language that mails and letters are written in. Each one needs a catalogue here and one for the letter. */
export type Locale = 'fr';

export const locales: readonly Locale[] = ['fr'];

/** The language that somebody is written to in; French for one that has no catalogue yet. */
export function localeOf(language: string): Locale {
  return locales.find((known) => known === language) ?? 'fr';
}
