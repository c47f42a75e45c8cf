import type { Sql } from '../store/database.js';
import type { DirectoryTables } from './schema.js';
import { coreOf, searchText, significantWords } from './text.js';

/** One establishment on its way into the database. */
export interface StructureRow {
  siret: string;
  siren: string;
  name: string;
  address: string | null;
  postcode: string | null;
  town: string | null;
  closed: boolean;
  seat: boolean;
  constructed: readonly string[];
  /** YYYY-MM-DD. */
  createdOn: string | null;
  activityCode: string | null;
  sign: string | null;
  legalCategory: string | null;
  /** More that it is found by, such as a commune's other postcodes. */
  alsoFoundBy?: string;
  /** Where the row comes from. */
  source: string | null;
}

type Cell = string | null;

/** Arrays of arrays and of booleans are spelt differently by the two drivers, so every column travels as text. */
const COLUMNS: readonly [name: string, fromText: string, value: (row: StructureRow) => Cell][] = [
  ['siret', 'v.siret', (row) => row.siret],
  ['siren', 'v.siren', (row) => row.siren],
  ['name', 'v.name', (row) => row.name],
  ['address', 'v.address', (row) => row.address],
  ['postcode', 'v.postcode', (row) => row.postcode],
  ['town', 'v.town', (row) => row.town],
  ['closed', 'v.closed::boolean', (row) => (row.closed ? 't' : 'f')],
  ['seat', 'v.seat::boolean', (row) => (row.seat ? 't' : 'f')],
  ['constructed', `string_to_array(v.constructed, ',')`, (row) => row.constructed.join(',')],
  ['created_on', 'v.created_on::date', (row) => row.createdOn],
  ['activity_code', 'v.activity_code', (row) => row.activityCode],
  ['sign', 'v.sign', (row) => row.sign],
  ['legal_category', 'v.legal_category', (row) => row.legalCategory],
  ['core', 'v.core', (row) => coreOf(significantWords(row.name))],
  ['search_text', 'v.search_text', searchTextOf],
  ['source', 'v.source', (row) => row.source],
];

function searchTextOf(row: StructureRow): string {
  return searchText([row.name, row.sign, row.town, row.postcode, row.alsoFoundBy ?? null], row.legalCategory);
}

function insertStatement(table: string): string {
  const names = COLUMNS.map(([name]) => name).join(', ');
  const values = COLUMNS.map(([, fromText]) => fromText).join(', ');
  const arrays = COLUMNS.map((_, index) => `$${index + 1}::text[]`).join(', ');
  return `INSERT INTO ${table} (${names}) SELECT ${values} FROM unnest(${arrays}) AS v(${names}) ON CONFLICT (siret) DO NOTHING`;
}

/** Adds rows in one statement; a SIRET already there is left as it is. */
export async function insertRows(sql: Sql, tables: DirectoryTables, rows: readonly StructureRow[]): Promise<void> {
  if (rows.length === 0) return;
  const values = COLUMNS.map(([, , value]) => rows.map(value));
  await sql.query(insertStatement(tables.structures), values);
}

/** Gathers the words of all structures anew. Numbers are left out: nobody wants a postcode corrected. */
export async function fillWords(sql: Sql, tables: DirectoryTables, seenAtLeast: number): Promise<void> {
  await sql.query(`DELETE FROM ${tables.words}`);
  await sql.query(
    `INSERT INTO ${tables.words} (word, structures)
     SELECT word, count(*) FROM ${tables.structures}, unnest(string_to_array(search_text, ' ')) AS word
     WHERE word !~ '^[0-9]+$' GROUP BY word HAVING count(*) >= $1`,
    [seenAtLeast],
  );
}
