import type { Sql } from '../store/database.js';
import type { DirectoryTables } from './schema.js';

/** For each word of a query, the words to look for instead, likeliest first. */
export type Choices = readonly (readonly string[])[];

/** Nearest by trigrams, of which the edit distance keeps the best. */
const NEAREST = 16;
const KEPT = 4;

/** Correcting takes some 10 ms a word. */
const MOST_CORRECTED = 4;

/** Insertions, removals, replacements and swaps of neighbours between two words. */
export function editDistance(a: string, b: string): number {
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

/** How many slips a word of this length may hold and still be recognised. */
function slipsAllowed(length: number): number {
  if (length <= 4) return 1;
  return length <= 8 ? 2 : 3;
}

function isNumber(word: string): boolean {
  return /^\d+$/.test(word);
}

/** "deus" for "d'eus": the apostrophe goes first when people hurry. */
function withoutElision(word: string): string | undefined {
  return /^[dl][aeiouyh]/.test(word) ? word.slice(1) : undefined;
}

async function knownAmong(sql: Sql, tables: DirectoryTables, words: readonly string[]): Promise<Set<string>> {
  const rows = await sql.query<{ word: string }>(
    `SELECT word FROM ${tables.words} WHERE word = ANY($1::text[])`,
    [[...words]],
  );
  return new Set(rows.map(({ word }) => word));
}

async function isBeginning(sql: Sql, tables: DirectoryTables, word: string): Promise<boolean> {
  const rows = await sql.query(
    `SELECT 1 FROM ${tables.words} WHERE word >= $1 AND word < $1 || '~' LIMIT 1`,
    [word],
  );
  return rows.length > 0;
}

async function nearest(sql: Sql, tables: DirectoryTables, word: string): Promise<string[]> {
  const rows = await sql.query<{ word: string; structures: number }>(
    `SELECT word, structures FROM ${tables.words} ORDER BY word <-> $1 LIMIT ${NEAREST}`,
    [word],
  );
  const elided = withoutElision(word);
  const near = rows
    .map((row) => ({ ...row, slips: editDistance(word, row.word) }))
    .filter((row) => row.slips <= slipsAllowed(word.length))
    .sort((a, b) => a.slips - b.slips || b.structures - a.structures)
    .slice(0, KEPT)
    .map((row) => row.word);
  const candidates = elided && (await knownAmong(sql, tables, [elided])).has(elided) ? [elided, ...near] : near;
  return [...new Set(candidates)];
}

/**
 * Proposes other spellings: first of the words nobody bears, then of all.
 * Numbers are never corrected: a neighbouring postcode is another place.
 */
export async function* correctWords(
  sql: Sql,
  tables: DirectoryTables,
  words: readonly string[],
): AsyncGenerator<Choices> {
  const known = await knownAmong(sql, tables, words);
  const last = words.at(-1);
  if (last !== undefined && (await isBeginning(sql, tables, last))) known.add(last);
  let corrected = 0;
  const found = new Map<string, string[]>();
  const correct = async (word: string): Promise<void> => {
    if (isNumber(word) || found.has(word) || corrected >= MOST_CORRECTED) return;
    corrected += 1;
    found.set(word, await nearest(sql, tables, word));
  };
  const choices = (): Choices => words.map((word) => [...new Set([word, ...(found.get(word) ?? [])])]);

  for (const word of words) if (!known.has(word)) await correct(word);
  if (found.size > 0) yield choices();
  const before = found.size;
  for (const word of words) await correct(word);
  if (found.size > before) yield choices();
}
