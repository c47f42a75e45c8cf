/** A language that mails and letters are written in. Each one needs a catalogue here and one for the letter. */
export type Locale = 'fr';

export const locales: readonly Locale[] = ['fr'];
