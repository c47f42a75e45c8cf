/** Longest address, in octets of UTF-8. RFC 5321, erratum 1690. */
export const EMAIL_MAX = 254;

/** Longest part before the `@`, in octets of UTF-8. RFC 5321, section 4.5.3.1.1. */
export const EMAIL_LOCAL_MAX = 64;

export type EmailIssue = 'email_required' | 'email_too_long' | 'email_invalid';

const octets = (text: string) => new TextEncoder().encode(text).length;

/** Trimmed, otherwise as typed: the part before the `@` belongs to its mail server. */
export function normalizeEmail(value: string): string {
  return value.trim();
}

/**
 * Addresses that people have: `+`, apostrophes, letters of any script on both
 * sides, domains of two labels or more. Left out of RFC 5321 and 6531: quoted
 * local parts, IP addresses as domains, signs beyond ASCII.
 */
export function checkEmail(value: string): EmailIssue | undefined {
  const email = normalizeEmail(value);
  if (!email) return 'email_required';
  // An octet or more for each UTF-16 unit: no need to encode a million.
  if (email.length > EMAIL_MAX || octets(email) > EMAIL_MAX) return 'email_too_long';
  const at = email.lastIndexOf('@');
  const local = email.slice(0, at);
  if (
    at < 1 ||
    /\p{Default_Ignorable_Code_Point}/u.test(email) ||
    !/^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u.test(local) ||
    !/^([\p{L}\p{N}]([\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+(\p{L}[\p{L}\p{M}]{1,62}|xn--[a-z\d-]{1,58}[a-z\d])$/iu.test(
      email.slice(at + 1),
    )
  ) {
    return 'email_invalid';
  }
  return octets(local) > EMAIL_LOCAL_MAX ? 'email_too_long' : undefined;
}

/**
 * Key under which an account is looked up, case-insensitive on both sides; an
 * internationalised domain and its `xn--` form share one. For any string.
 *
 * Two addresses may share a key: write to the stored address, never to the
 * one just typed.
 */
export function emailKey(value: string): string {
  const email = normalizeEmail(value);
  if (email.length > EMAIL_MAX) return email.toLowerCase();
  // Letter by letter, since a whole word would turn its last Σ into ς.
  const key = Array.from(email.normalize('NFC'), (letter) => letter.toLowerCase())
    .join('')
    .normalize('NFC')
    .replace(/ς/g, 'σ');
  const at = key.lastIndexOf('@') + 1;
  const domain = key.slice(at);
  if (!at || !/[^!-~]/.test(domain) || /[^\p{L}\p{M}\p{N}.-]/u.test(domain)) return key;
  try {
    return key.slice(0, at) + new URL('http://' + domain).hostname;
  } catch {
    return key;
  }
}
