/** Longest first or last name, in code points after NFC. */
export const NAME_MAX = 100;

/** UTF-16 units above which a name is too long however it is composed. */
const CEILING = NAME_MAX * 8;

/** UTF-16 units above which nobody is typing: not even the spaces are looked at. */
const LIMIT = 10_000;

export type NameIssue = 'name_required' | 'name_too_long' | 'name_invalid';

/**
 * Trimmed, runs of spaces of any kind made one, NFC (unless so long that
 * {@link checkName} refuses it anyway). A tab or line break inside stays, to
 * be refused rather than hidden.
 */
export function normalizeName(value: string): string {
  if (value.length > LIMIT) return value;
  const text = value.trim().replace(/\p{Zs}+/gu, ' ');
  return text.length > CEILING ? text : text.normalize('NFC');
}

/**
 * Letters of any script with their marks, spaces, hyphens and apostrophes: so
 * no digit, no control, bidi or invisible character, no markup and no URL.
 * Judges the normalised form.
 */
export function checkName(value: string): NameIssue | undefined {
  const name = normalizeName(value);
  if (!name) return 'name_required';
  if (name.length > CEILING || [...name].length > NAME_MAX) return 'name_too_long';
  // Some letters and marks (Hangul fillers, variation selectors) draw nothing.
  if (/\p{Default_Ignorable_Code_Point}/u.test(name)) return 'name_invalid';
  return /^['’‘]?\p{L}[\p{L}\p{M} '’‘‐‑-]*$/u.test(name) ? undefined : 'name_invalid';
}
