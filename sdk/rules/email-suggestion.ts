import { normalizeEmail } from './email.js';

/** Where people in France have their mail, the likeliest first. */
const KNOWN =
  'gmail.com orange.fr wanadoo.fr laposte.net free.fr sfr.fr hotmail.fr hotmail.com outlook.fr outlook.com yahoo.fr yahoo.com icloud.com live.fr neuf.fr bbox.fr numericable.fr club-internet.fr protonmail.com'.split(
    ' ',
  );

/** A real domain one letter away from a known one. */
const REAL = 'cloud.com';

/** Endings of two letters that are slips; others (`.be`, `.it`, `.gr`) are countries. */
const SLIPS = /^(f[detg]|rf|dr|co|cm|om|ne)$/;

/** Edits from one to the other: a letter more, less or other, two swapped. */
function distance(a: string, b: string): number {
  const rows: number[][] = [];
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0;
  for (let i = 0; i <= a.length; i++) {
    const row: number[] = (rows[i] = []);
    for (let j = 0; j <= b.length; j++) {
      row[j] =
        i && j
          ? Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + +(a[i - 1] !== b[j - 1]))
          : i + j;
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        row[j] = Math.min(at(i, j), at(i - 2, j - 2) + 1);
      }
    }
  }
  return at(a.length, b.length);
}

const ending = (domain: string) => domain.slice(domain.lastIndexOf('.') + 1);

function isSlip(domain: string, known: string): boolean {
  if (known.startsWith(domain + '.')) return true;
  const last = ending(domain);
  if (last.length === 2 && last !== ending(known) && !SLIPS.test(last)) return false;
  const edits = distance(domain, known);
  // Short names have real neighbours, so their first letter must be right.
  const close = domain[0] === known[0];
  const long = known.length > 9;
  return edits === 1 ? close || long : edits === 2 && close && long;
}

/**
 * The address with its domain put right, when it looks like a slip of a
 * common one (`gmial.com`, `orange.rf`); the person may ignore it.
 *
 * One edit, two on domains of 10 letters or more: a town's own domain is
 * further away. Nothing on a domain that is known to be good.
 */
export function suggestEmail(value: string): string | undefined {
  const email = normalizeEmail(value);
  const at = email.lastIndexOf('@');
  const domain = email.slice(at + 1).toLowerCase();
  if (at < 1 || !domain || domain.length > 20) return undefined;
  if (domain === REAL || KNOWN.includes(domain)) return undefined;
  const right =
    domain === 'gmail.fr'
      ? 'gmail.com'
      : (KNOWN.find((known) => distance(domain, known) < 2 && isSlip(domain, known)) ??
        KNOWN.find((known) => isSlip(domain, known)));
  return right && email.slice(0, at + 1) + right;
}
