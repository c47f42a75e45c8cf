/** Shortest password, in code points after NFC. */
export const PASSWORD_MIN = 8;

/** Longest password, in code points after NFC. */
export const PASSWORD_MAX = 128;

/**
 * UTF-16 units above which a password is too long however it is composed:
 * one code point of NFC comes from four at most, of two units each.
 */
const CEILING = PASSWORD_MAX * 8;

export type PasswordIssue =
  | 'password_required'
  | 'password_too_short'
  | 'password_too_long'
  | 'password_too_simple';

export interface PasswordCriteria {
  /** At least {@link PASSWORD_MIN} code points; the upper bound isn't judged here. */
  length: boolean;
  upper: boolean;
  lower: boolean;
  digit: boolean;
  special: boolean;
  /** At least three of the four kinds above. */
  classes: boolean;
}

/**
 * NFC, so that one password typed on two keyboards gives the same bytes.
 * What {@link checkPassword} calls too long is left as it is: composing a
 * million marks takes minutes.
 */
export function normalizePassword(value: string): string {
  return value.length > CEILING ? value : value.normalize('NFC');
}

/**
 * What the list beside the field ticks while one types.
 *
 * Letters of any script count. One without case (Arabic, Japanese…) counts as
 * a small letter, else its writers could never reach three kinds. A mark goes
 * with its letter and is no kind by itself; a space, a sign or an emoji is
 * special.
 */
export function passwordCriteria(value: string): PasswordCriteria {
  const text = normalizePassword(value.slice(0, CEILING));
  const upper = /[\p{Lu}\p{Lt}]/u.test(text);
  const lower = /[\p{Ll}\p{Lm}\p{Lo}]/u.test(text);
  const digit = /\p{Nd}/u.test(text);
  const special = /[^\p{L}\p{M}\p{Nd}]/u.test(text);
  return {
    length: [...text].length >= PASSWORD_MIN,
    upper,
    lower,
    digit,
    special,
    classes: +upper + +lower + +digit + +special > 2,
  };
}

/**
 * Length and kinds of characters; the person's own data and the commonest
 * passwords are judged elsewhere. Answers at once whatever the length.
 */
export function checkPassword(value: string): PasswordIssue | undefined {
  if (!value) return 'password_required';
  if (value.length > CEILING) return 'password_too_long';
  if ([...normalizePassword(value)].length > PASSWORD_MAX) return 'password_too_long';
  const { length, classes } = passwordCriteria(value);
  if (!length) return 'password_too_short';
  return classes ? undefined : 'password_too_simple';
}
