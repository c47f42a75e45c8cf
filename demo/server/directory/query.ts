import { checkSiren, checkSiret, normalizeSiret } from '../../../src/contract.js';
import type { SearchHint } from './directory.js';
import { significantWords } from './text.js';

const LONGEST_QUERY = 200;
const MOST_WORDS = 12;
const LONGEST_WORD = 40;
const SHORTEST_TEXT = 2;

/** What a query turns out to ask for. */
export type Query =
  | { kind: 'siret'; siret: string }
  | { kind: 'siren'; siren: string }
  | { kind: 'words'; words: string[] }
  | { kind: 'none'; hint: SearchHint };

/** The digits of a query that is one number, perhaps with its name before. */
function digitsOf(text: string): string | undefined {
  const digits = normalizeSiret(text.normalize('NFKC')).replace(/^(siret|siren):?/i, '');
  return /^\d+$/.test(digits) ? digits : undefined;
}

function numberQuery(digits: string): Query | undefined {
  if (digits.length === 9) {
    return checkSiren(digits) ? { kind: 'none', hint: 'siren_invalid' } : { kind: 'siren', siren: digits };
  }
  if (digits.length === 14) {
    return checkSiret(digits) ? { kind: 'none', hint: 'siret_invalid' } : { kind: 'siret', siret: digits };
  }
  return digits.length > 9 ? { kind: 'none', hint: 'siret_invalid' } : undefined;
}

/** Reads what a person typed. Any text is safe: only a–z and 0–9 leave this function. */
export function readQuery(text: string): Query {
  const cut = text.slice(0, LONGEST_QUERY);
  const digits = digitsOf(cut);
  const number = digits === undefined ? undefined : numberQuery(digits);
  if (number) return number;
  const words = significantWords(cut)
    .slice(0, MOST_WORDS)
    .map((word) => word.slice(0, LONGEST_WORD));
  if (words.join('').length < SHORTEST_TEXT) return { kind: 'none', hint: 'too_short' };
  return { kind: 'words', words };
}

/** From 1, whatever comes in. */
export function readPage(page: number | undefined): number {
  return page !== undefined && Number.isSafeInteger(page) && page >= 1 ? page : 1;
}
