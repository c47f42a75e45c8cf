import * as z from 'zod/mini';
import {
  checkActivationCode,
  checkEmail,
  checkName,
  checkPassword,
  checkSiret,
  normalizeEmail,
  normalizeName,
  normalizePassword,
  normalizeSiret,
  readActivationCode,
} from '../rules/index.js';

/** Longest code that an e-mail can carry, in digits. */
export const CODE_LENGTH_MAX = 8;
/** Shortest code, in digits. */
export const CODE_LENGTH_MIN = 4;

/** A string judged by one of the shared rules, whose issue is the field's error code, then normalised. */
function ruled(check: (value: string) => string | undefined, normalize: (value: string) => string, description: string) {
  const judged = z.string().check(
    (context) => {
      const issue = check(context.value);
      if (issue) context.issues.push({ code: 'custom', message: issue, input: context.value });
    },
    z.meta({ description }),
  );
  return z.pipe(judged, z.transform(normalize));
}

export const personName = ruled(
  (value) => checkName(normalizeName(value)),
  normalizeName,
  'Letters of any script, marks, spaces, hyphens and apostrophes; 1 to 100 characters once trimmed.',
);

export const emailAddress = ruled(
  (value) => checkEmail(normalizeEmail(value)),
  normalizeEmail,
  'An e-mail address of 254 octets at most, internationalised or not.',
);

export const newPassword = ruled(
  checkPassword,
  normalizePassword,
  '8 to 128 code points (NFC), three of four classes: capital, small letter, digit, special.',
);

export const siretNumber = ruled(
  (value) => checkSiret(normalizeSiret(value)),
  normalizeSiret,
  'SIRET: 14 digits with a valid key; spaces are ignored.',
);

/** A code from an e-mail. Its length is checked by the server that sent it, since it may change meanwhile. */
export const emailCode = z
  .string()
  .check(z.regex(/^\d{4,8}$/, 'code_incomplete'), z.meta({ description: 'The digits of the code.' }));

export const activationCode = ruled(
  checkActivationCode,
  (value) => readActivationCode(value) ?? value,
  "10 characters of Crockford's base 32; case, spaces and hyphens are ignored, O is 0, I and L are 1.",
);

/** An opaque identifier. */
export const identifier = z.string().check(z.regex(/^[0-9a-zA-Z_-]{1,64}$/, 'identifier_invalid'));

/** A short text that stays text. */
export function text(most: number) {
  return z.string().check(z.trim(), z.minLength(1, 'text_required'), z.maxLength(most, 'text_too_long'));
}

/** An instant, ISO 8601 in UTC. */
export const instant = z.iso.datetime();

/** A whole number of seconds, 0 or more. */
export const seconds = z.int().check(z.gte(0));

/** Number of a page, from 1. */
export const pageNumber = z._default(
  z.pipe(z.union([z.string(), z.number()]), z.pipe(z.transform(Number), z.int('page_invalid').check(z.gte(1, 'page_invalid'), z.lte(1000, 'page_invalid')))),
  1,
);
