import fc from 'fast-check';

/** Any string a program can hold: every code point, and halves of pairs. */
export const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
    .map((units) => String.fromCharCode(...units)),
);

/** Exactly so many ASCII digits. */
export const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((numbers) => numbers.join(''));

/** What people put between groups of digits. */
export const blanks = fc.constantFrom('', ' ', '  ', '\u00a0', '\u202f', '\u2009', '-', '\u2011');

/** The text with one of the blanks after each of its characters. */
export const spaced = (text: string) =>
  fc
    .array(blanks, { minLength: text.length, maxLength: text.length })
    .map((between) => Array.from(text, (character, i) => character + between[i]).join(''));
