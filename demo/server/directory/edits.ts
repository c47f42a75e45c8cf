const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Every word that is one slip away: a letter left out, put in, replaced, or swapped with its neighbour. */
export function oneSlipAway(word: string): string[] {
  const words = new Set<string>();
  for (let at = 0; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    for (const letter of LETTERS) {
      words.add(before + letter + after);
      if (after !== '') words.add(before + letter + after.slice(1));
    }
    words.add(before + after.slice(1));
    if (after.length > 1) words.add(before + after.charAt(1) + after.charAt(0) + after.slice(2));
  }
  words.delete(word);
  words.delete('');
  return [...words];
}

/** Slips between two words: letters left out, put in, replaced, or swapped with a neighbour. */
export function slipsBetween(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(replaced, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
