import type { Sql } from '../store/database.js';
import { oneSlipAway, slipsBetween } from './edits.js';
import type { DirectoryTables } from './schema.js';

/** For each word of a query, the words to look for instead, likeliest first. */
export type Choices = readonly (readonly string[])[];

/** Nearest by trigrams, of which those with few enough slips are kept. */
const NEAREST = 16;
const KEPT = 10;

/** Finding the nearest by trigrams takes some 10 ms a word. */
const MOST_CORRECTED = 4;

/** How many slips a word of this length may hold and still be recognised. */
function slipsAllowed(length: number): number {
  if (length <= 4) return 1;
  return length <= 8 ? 2 : 3;
}

/** Looks words up in the vocabulary of one source. */
class Vocabulary {
  readonly #sql: Sql;
  readonly #words: DirectoryTables['words'];

  constructor(sql: Sql, { words }: DirectoryTables) {
    this.#sql = sql;
    this.#words = words;
  }

  async unknownAmong(words: readonly string[]): Promise<string[]> {
    const rows = await this.#sql.query<{ word: string }>(`SELECT word FROM ${this.#words} WHERE word = ANY($1::text[])`, [
      [...words],
    ]);
    const known = new Set(rows.map(({ word }) => word));
    return words.filter((word) => !known.has(word));
  }

  async isBeginning(word: string): Promise<boolean> {
    const rows = await this.#sql.query(`SELECT 1 FROM ${this.#words} WHERE word >= $1 AND word < $1 || '~' LIMIT 1`, [
      word,
    ]);
    return rows.length > 0;
  }

  /** Words one slip away, the most usual first. At most some thousand look-ups by key, so it takes 2 ms at any size. */
  async oneSlipAway(word: string): Promise<string[]> {
    const rows = await this.#sql.query<{ word: string }>(
      `SELECT word FROM ${this.#words} WHERE word = ANY($1::text[]) ORDER BY structures DESC, word LIMIT ${KEPT}`,
      [oneSlipAway(word)],
    );
    return rows.map((row) => row.word);
  }

  /** Words more slips away, fewest slips first, then the most usual. */
  async nearest(word: string): Promise<string[]> {
    const rows = await this.#sql.query<{ word: string; structures: number }>(
      `SELECT word, structures FROM ${this.#words} ORDER BY word <-> $1 LIMIT ${NEAREST}`,
      [word],
    );
    return rows
      .map((row) => ({ ...row, slips: slipsBetween(word, row.word) }))
      .filter((row) => row.slips <= slipsAllowed(word.length))
      .sort((a, b) => a.slips - b.slips || b.structures - a.structures)
      .slice(0, KEPT)
      .map((row) => row.word);
  }
}

/**
 * Proposes other spellings, the cheapest to find first: of the words nobody
 * bears, with one slip, then with more; then of all words, since a slip may
 * make another word. Numbers are never corrected: a neighbouring postcode is
 * another place.
 */
export async function* correctWords(
  sql: Sql,
  tables: DirectoryTables,
  words: readonly string[],
): AsyncGenerator<Choices> {
  const vocabulary = new Vocabulary(sql, tables);
  const spelt = words.filter((word) => !/^\d+$/.test(word));
  const last = words.at(-1);
  const unfinished = last !== undefined && (await vocabulary.isBeginning(last)) ? last : undefined;
  const unknown = (await vocabulary.unknownAmong(spelt)).filter((word) => word !== unfinished).slice(0, MOST_CORRECTED);
  const others = new Map<string, string[]>();

  const stages: [affected: string[], find: (word: string) => Promise<string[]>][] = [
    [unknown, (word) => vocabulary.oneSlipAway(word)],
    [unknown, (word) => vocabulary.nearest(word)],
    [spelt.slice(0, MOST_CORRECTED), (word) => vocabulary.oneSlipAway(word)],
  ];
  for (const [affected, find] of stages) {
    let hasNew = false;
    for (const word of affected) {
      const before = others.get(word) ?? [];
      const after = [...new Set([...before, ...(await find(word))])];
      others.set(word, after);
      hasNew ||= after.length > before.length;
    }
    if (hasNew) yield words.map((word) => [word, ...(others.get(word) ?? [])]);
  }
}
