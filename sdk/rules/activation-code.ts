/** Characters in the code that the letter carries. */
export const ACTIVATION_CODE_LENGTH = 10;

/** Crockford's base 32: no I, L, O or U. https://www.crockford.com/base32.html */
export const ACTIVATION_CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export type ActivationCodeIssue =
  | 'activation_code_required'
  | 'activation_code_incomplete'
  | 'activation_code_invalid';

/** UTF-16 units read: a code among many spaces, no more. */
const LIMIT = 1000;

/** Without spaces, hyphens and invisible characters. */
const bare = (input: string) => input.replace(/[\s\p{Pd}\p{Cf}]+/gu, '');

/**
 * The ten characters in capitals, O read as 0, I and L as 1, spaces and
 * hyphens ignored.
 *
 * @returns nothing unless there are exactly ten characters of the alphabet.
 */
export function readActivationCode(input: string): string | undefined {
  return checkActivationCode(input)
    ? undefined
    : bare(input).toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
}

/** `XXXXX-XXXXX`, as the letter prints it; what is no code comes back as it is. */
export function formatActivationCode(code: string): string {
  return readActivationCode(code)?.replace(/^.{5}/, '$&-') ?? code;
}

export function checkActivationCode(input: string): ActivationCodeIssue | undefined {
  if (input.length > LIMIT) return 'activation_code_invalid';
  const text = bare(input);
  if (!text) return 'activation_code_required';
  // Letters of ASCII but U; without the u flag, else ſ and the Kelvin sign pass for S and K.
  if (text.length > ACTIVATION_CODE_LENGTH || !/^[\da-tv-z]+$/i.test(text)) {
    return 'activation_code_invalid';
  }
  return text.length < ACTIVATION_CODE_LENGTH ? 'activation_code_incomplete' : undefined;
}
