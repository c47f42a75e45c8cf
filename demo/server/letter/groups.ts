/** `12345678900011` as `123 456 789 00011`: SIREN in threes, then the establishment. */
export function groupSiret(siret: string): string {
  return siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/u, '$1 $2 $3 $4');
}

/**
 * `7KQ2MX4T9C` as `7KQ2M-X4T9C`.
 *
 * @throws {RangeError} when it is not 10 characters of Crockford's base 32: a letter must never leave with a code nobody can type.
 */
export function groupCode(code: string): string {
  if (!/^[0-9A-HJKMNP-TV-Z]{10}$/u.test(code)) throw new RangeError('letter_code_malformed');
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}
