import { asciiDigits } from './digits.js';

export type CodeIssue = 'code_required' | 'code_incomplete';

/** UTF-16 units read: a whole mail pasted in, no more. */
const LIMIT = 10_000;

/**
 * The code in what was typed or pasted: `7738`, `77 38`, or a sentence that
 * holds it. Digits of any script. Dates, times and amounts are no codes.
 *
 * @param length - Digits in the code, as the backend says.
 * @returns nothing when there is none, or two that differ.
 */
export function readCode(input: string, length = 4): string | undefined {
  if (input.length > LIMIT) return undefined;
  const found = new Set<string>();
  const runs = asciiDigits(input).match(/\d+(?:[\t\p{Zs}\p{Cf}\p{Pd}]+\d+|[./:,]\d+)*/gu) ?? [];
  for (const run of runs) {
    const whole = run.replace(/[^\d./:,]/g, '');
    // `77 38` is one number, `7738 10` two.
    for (const piece of whole.length === length ? [whole] : run.split(/[\t\p{Zs}\p{Cf}]+/u)) {
      if (piece.length === length && /^\d+$/.test(piece)) found.add(piece);
    }
  }
  const [code] = found;
  return found.size === 1 ? code : undefined;
}

export function checkCode(input: string, length = 4): CodeIssue | undefined {
  if (!input.trim()) return 'code_required';
  return readCode(input, length) ? undefined : 'code_incomplete';
}
