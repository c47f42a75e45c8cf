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

/** Whether so many edits lead from one to the other: a letter more, less or other, two swapped. */
function isNear(a: string, b: string, edits: number): boolean {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const [one, other] = [a.slice(same), b.slice(same)];
  if (one === other) return true;
  const without = (letters: number, others: number) => isNear(one.slice(letters), other.slice(others), edits - 1);
  return (
    edits > 0 &&
    (without(1, 1) || without(1, 0) || without(0, 1) || (one[0] === other[1] && one[1] === other[0] && without(2, 2)))
  );
}

const ending = (domain: string) => domain.slice(domain.lastIndexOf('.') + 1);

/** Short names have real neighbours, so their first letter must be right, and more than one edit is none of theirs. */
function isSlip(domain: string, known: string, edits: number): boolean {
  if (known.startsWith(domain + '.')) return true;
  const last = ending(domain);
  if (last.length === 2 && last !== ending(known) && !SLIPS.test(last)) return false;
  const isClose = domain[0] === known[0];
  const isLong = known.length > 9;
  return isClose && isLong ? isNear(domain, known, edits) : (isClose || isLong) && isNear(domain, known, 1);
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
      : (KNOWN.find((known) => isSlip(domain, known, 1)) ?? KNOWN.find((known) => isSlip(domain, known, 2)));
  return right && email.slice(0, at + 1) + right;
}
