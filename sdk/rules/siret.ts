export type SirenIssue = 'siren_invalid';
export type SiretIssue = 'siret_invalid';

/** UTF-16 units above which nobody is typing a number. */
const LIMIT = 1000;

const LA_POSTE = '356000000';
const LA_POSTE_SEAT = '35600000000048';

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

/** ISO/IEC 7812-1, annex B: from the right, each second digit counts double. */
function passesLuhn(digits: string): boolean {
  const parity = digits.length % 2;
  const parts = Array.from(digits, (digit, i) => (i % 2 === parity ? +digit * 2 : +digit));
  return sum(parts.map((part) => (part > 9 ? part - 9 : part))) % 10 === 0;
}

/**
 * Without blanks (no-break ones too), dots, hyphens and invisible characters.
 * For SIREN and SIRET. Past 1,000 units the value comes back as it is.
 */
export function normalizeSiret(value: string): string {
  if (value.length > LIMIT) return value;
  return value.replace(/[\s.\p{Pd}\p{Cf}]+/gu, '');
}

/** Nine digits and Luhn. */
export function checkSiren(value: string): SirenIssue | undefined {
  const siren = normalizeSiret(value);
  return /^\d{9}$/.test(siren) && passesLuhn(siren) ? undefined : 'siren_invalid';
}

/**
 * Fourteen digits, Luhn on all of them and on the SIREN among them. La Poste
 * has more establishments than Luhn allows: but for its seat, the sum of
 * their digits is a multiple of 5.
 */
export function checkSiret(value: string): SiretIssue | undefined {
  const siret = normalizeSiret(value);
  if (!/^\d{14}$/.test(siret) || checkSiren(siret.slice(0, 9))) return 'siret_invalid';
  const passes =
    siret.startsWith(LA_POSTE) && siret !== LA_POSTE_SEAT
      ? sum(Array.from(siret, Number)) % 5 === 0
      : passesLuhn(siret);
  return passes ? undefined : 'siret_invalid';
}

/** `219200235` as `219 200 235`; anything but nine digits comes back as it is. */
export function formatSiren(siren: string): string {
  return siren.replace(/^(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3');
}

/** `21920023500014` as `219 200 235 00014`; anything but fourteen digits comes back as it is. */
export function formatSiret(siret: string): string {
  return siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1 $2 $3 $4');
}

/**
 * A SIRET that passes, for demonstration data only: a real one is looked up,
 * never computed.
 *
 * @param fourDigits - The establishment's number at its unit, such as `0001`.
 * @throws {RangeError} when the SIREN is invalid or there aren't four digits.
 */
export function completeSiret(siren: string, fourDigits: string): string {
  const start = normalizeSiret(siren) + fourDigits;
  for (let key = 0; key < 10; key++) {
    if (!checkSiret(start + key)) return start + key;
  }
  throw new RangeError('A SIRET needs a valid SIREN and four digits.');
}
