import { sectorOfLegalCategory } from '../../../src/contract.js';
import type { Sql } from '../store/database.js';
import { activityOf } from './activities.js';
import { correctWords, type Choices } from './correction.js';
import {
  emptyPage,
  MAX_TOTAL,
  PAGE_SIZE,
  type Constructed,
  type Directory,
  type SearchPage,
  type StructureDetails,
  type StructureSummary,
} from './directory.js';
import { readPage, readQuery } from './query.js';
import { WORDS_OF_TEXT, type DirectoryTables } from './schema.js';
import { coreOf } from './text.js';

/** Exact names are looked for on their own, so that the bound on hits never hides them. */
const MOST_EXACT = 1000;

/** More ways to read a mistyped query than this are not told apart in the order. */
const MOST_READINGS = 64;

/** The bare name of a town means its commune before any other body called the same. */
const COMMUNE = '7210';

const POSTCODE = /^\d{5}$/;

interface SummaryRow {
  siret: string;
  siren: string;
  name: string;
  address: string | null;
  postcode: string | null;
  town: string | null;
  closed: boolean;
  constructed: Constructed[];
  legal_category: string | null;
}

interface DetailsRow extends SummaryRow {
  created_on: string | null;
  activity_code: string | null;
  sign: string | null;
}

const SUMMARY = ['siret', 'siren', 'name', 'address', 'postcode', 'town', 'closed', 'constructed', 'legal_category']
  .map((column) => `s.${column}`)
  .join(', ');

function readSummary(row: SummaryRow): StructureSummary {
  const { siret, siren, name, address, postcode, town, closed, constructed } = row;
  const sector = sectorOfLegalCategory(row.legal_category);
  return { siret, siren, name, address, postcode, town, closed, sector, constructed };
}

/** All words, the last one perhaps unfinished. Words are a–z and 0–9, so quoting them is enough. */
function tsquery(choices: Choices): string {
  return choices
    .map((words, index) => {
      const ending = index === choices.length - 1 ? ':*' : '';
      return `(${words.map((word) => `'${word}'${ending}`).join(' | ')})`;
    })
    .join(' & ');
}

/** The names that would be exactly what was asked for, likeliest first. */
function coresOf(choices: Choices): string[] {
  let readings: string[][] = [[]];
  for (const words of choices.filter((words) => !words.every((word) => POSTCODE.test(word)))) {
    readings = readings.flatMap((reading) => words.map((word) => [...reading, word])).slice(0, MOST_READINGS);
  }
  return [...new Set(readings.map(coreOf))];
}

/**
 * Searches the tables of one source.
 *
 * Full text first, because it answers in a few milliseconds at any size;
 * words are corrected only when it finds nothing.
 */
export class SqlDirectory implements Directory {
  readonly #sql: Sql;
  readonly #tables: DirectoryTables;

  constructor(sql: Sql, tables: DirectoryTables) {
    this.#sql = sql;
    this.#tables = tables;
  }

  async search(text: string, page?: number): Promise<SearchPage> {
    const query = readQuery(text);
    const number = readPage(page);
    switch (query.kind) {
      case 'none':
        return emptyPage(query.hint);
      case 'siret': {
        const found = await this.#page('siret = $1', [query.siret], number);
        return found.total > 0 ? found : emptyPage('siret_unknown');
      }
      case 'siren': {
        const found = await this.#page('siren = $1', [query.siren], number);
        return found.total > 0 ? found : emptyPage('siren_unknown');
      }
      case 'words':
        return this.#searchWords(query.words, number);
    }
  }

  async find(siret: string): Promise<StructureDetails | undefined> {
    const rows = await this.#sql.query<DetailsRow>(
      `SELECT ${SUMMARY}, to_char(s.created_on, 'YYYY-MM-DD') AS created_on, s.activity_code, s.sign
       FROM ${this.#tables.structures} s WHERE s.siret = $1`,
      // A NUL character is the one text that PostgreSQL refuses.
      [/^\d{14}$/.test(siret) ? siret : ''],
    );
    const row = rows[0];
    if (!row) return undefined;
    return {
      ...readSummary(row),
      createdOn: row.created_on,
      activity: activityOf(row.activity_code),
      sign: row.sign,
      legalCategory: row.legal_category,
    };
  }

  async #searchWords(words: readonly string[], page: number): Promise<SearchPage> {
    const asTyped = words.map((word) => [word]);
    const found = await this.#searchChoices(asTyped, page);
    if (found.total > 0) return found;
    for await (const choices of correctWords(this.#sql, this.#tables, words)) {
      const corrected = await this.#searchChoices(choices, page);
      if (corrected.total > 0) return corrected;
    }
    return emptyPage('nothing_found');
  }

  async #searchChoices(choices: Choices, page: number): Promise<SearchPage> {
    const match = `${WORDS_OF_TEXT} @@ $1::tsquery`;
    return this.#page(match, [tsquery(choices)], page, coresOf(choices));
  }

  /** Exact names first, and among equals open ones, seats, and the shortest names. */
  async #page(match: string, values: string[], page: number, cores: readonly string[] = []): Promise<SearchPage> {
    const table = this.#tables.structures;
    const columns = 'siret, core, closed, seat, legal_category, name';
    const rows = await this.#sql.query<SummaryRow & { total: number; siret: string | null }>(
      `WITH hits AS (
         (SELECT ${columns}, array_position($2::text[], core::text) AS exact
          FROM ${table} WHERE ${match} AND core = ANY($2::text[]) LIMIT ${MOST_EXACT})
         UNION ALL
         (SELECT ${columns}, NULL FROM ${table} WHERE ${match} AND core <> ALL($2::text[]) LIMIT ${MAX_TOTAL})
       ), ranked AS (
         SELECT siret, row_number() OVER () AS place FROM (
           SELECT siret FROM hits
           ORDER BY exact, closed, NOT seat, exact IS NOT NULL AND legal_category IS DISTINCT FROM '${COMMUNE}',
             length(name), name COLLATE "C", siret
           LIMIT ${PAGE_SIZE} OFFSET $3::int
         ) AS ordered
       )
       SELECT least(t.total, ${MAX_TOTAL})::int AS total, ${SUMMARY}
       FROM (SELECT count(*) AS total FROM hits) t
       LEFT JOIN (ranked r JOIN ${table} s USING (siret)) ON true
       ORDER BY r.place`,
      [...values, [...cores], Math.min((page - 1) * PAGE_SIZE, MAX_TOTAL)],
    );
    const results = rows.filter((row) => row.siret !== null).map(readSummary);
    return { results, total: rows[0]?.total ?? 0, page, pageSize: PAGE_SIZE };
  }
}
