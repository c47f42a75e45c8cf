import { asciiDigits } from './digits.js';

/** UTF-16 units above which nobody is typing a number. */
const LIMIT = 64;

export type PhoneIssue = 'phone_required' | 'phone_invalid';

/** Country code of a French number, from its nine digits after the 0. ARCEP, decision 2018-0881. */
function frenchCode(digits: string): string {
  if (/^(26[239]|69[23]|639|7092)/.test(digits)) return '262';
  if (/^(590|69[01]|7090)/.test(digits)) return '590';
  if (/^([56]94|7093)/.test(digits)) return '594';
  if (/^(596|69[67]|7091)/.test(digits)) return '596';
  return digits.startsWith('708') ? '508' : '33';
}

/**
 * E.164 (`+33612345678`) of a number written the French way, overseas
 * included, or the international one (`+` or `00`), through spaces, dots,
 * hyphens, slashes, brackets and `(0)`. An overseas prefix after +33 gets its
 * own country code, a 0 kept after a French code is dropped.
 *
 * @returns nothing when it is no telephone number.
 */
export function normalizePhone(value: string): string | undefined {
  if (value.length > LIMIT) return undefined;
  const text = asciiDigits(value)
    .replace(/[\s\p{Cf}\p{Pd}./]/gu, '')
    .replace(/^\(?(\+|＋|00)/, '+')
    .replace(/^(\+[\d)]+)\(0\)/, '$1')
    .replace(/[()]/g, '');
  const french = /^(?:0|\+(33|262|508|590|594|596)0?)([1-9]\d{8})$/.exec(text);
  if (french) {
    const [, typed = '33', digits = ''] = french;
    // Saint-Pierre-et-Miquelon: 0508 and six digits here, +508 and the six abroad.
    if (/^(33|508)508/.test(typed + digits)) return '+' + digits;
    return `+${typed === '33' ? frenchCode(digits) : typed}${digits}`;
  }
  return /^\+(?!33|262|59[046])[1-9]\d{6,14}$/.test(text) ? text : undefined;
}

export function checkPhone(value: string): PhoneIssue | undefined {
  if (!value.trim()) return 'phone_required';
  return normalizePhone(value) ? undefined : 'phone_invalid';
}

/** From the right by two, the first group of two or three. */
const pairs = (digits: string) => digits.replace(/\B(?=(\d\d)+$)/g, ' ').replace(/^(\d) /, '$1');

/**
 * An E.164 number as the French write it: `06 12 34 56 78`, overseas
 * `0692 12 34 56`, abroad `+32 470 12 34 56`. Anything else comes back as it
 * is. {@link normalizePhone} reads it back.
 */
export function formatPhone(e164: string): string {
  if (!/^\+[1-9]\d{6,14}$/.test(e164)) return e164;
  const [, code = '', digits = ''] =
    /^\+(33|262|508|59[046])(\d{9})$/.exec(e164) ?? /^\+()(508\d{6})$/.exec(e164) ?? [];
  if (code === '33') return pairs('0' + digits);
  if (digits && (!code || frenchCode(digits) === code)) {
    return `0${digits.slice(0, 3)} ${pairs(digits.slice(3))}`;
  }
  const [, country = '', rest = ''] =
    /^\+([17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(\d+)$/.exec(e164) ?? [];
  return `+${country} ${country === '1' ? rest.replace(/^(\d{3})(\d{3})/, '$1 $2 ') : pairs(rest)}`;
}
