/** The tables of one source, so that two sources never mix. */
export interface DirectoryTables {
  structures: 'embedded_structures' | 'sirene_structures';
  words: 'embedded_words' | 'sirene_words';
}

export const EMBEDDED: DirectoryTables = { structures: 'embedded_structures', words: 'embedded_words' };
export const SIRENE: DirectoryTables = { structures: 'sirene_structures', words: 'sirene_words' };

/** The words of `search_text` as full text; the same expression in index and query, or the index is not used. */
export const WORDS_OF_TEXT = `array_to_tsvector(string_to_array(search_text, ' '))`;

/** The indexes of a source but its key; apart from the tables, because a load builds them last, in half the time. */
function indexesOf({ structures, words }: DirectoryTables): [name: string, on: string][] {
  return [
    [`${structures}_siren`, `${structures} (siren)`],
    [`${structures}_core`, `${structures} (core)`],
    [`${structures}_text`, `${structures} USING gin (${WORDS_OF_TEXT})`],
    [`${words}_near`, `${words} USING gist (word gist_trgm_ops)`],
  ];
}

/** Statements that take a source's indexes away before rows come in. */
export function dropIndexes(tables: DirectoryTables): string[] {
  return indexesOf(tables).map(([name]) => `DROP INDEX IF EXISTS ${name}`);
}

/** Statements that build what is missing of a source's indexes. */
export function buildIndexes(tables: DirectoryTables): string[] {
  return indexesOf(tables).map(([name, on]) => `CREATE INDEX IF NOT EXISTS ${name} ON ${on}`);
}

function tablesOf({ structures, words }: DirectoryTables): string {
  return `
CREATE TABLE ${structures} (
  siret text COLLATE "C" PRIMARY KEY,
  siren text COLLATE "C" NOT NULL,
  name text NOT NULL,
  address text,
  postcode text,
  town text,
  closed boolean NOT NULL,
  seat boolean NOT NULL,
  constructed text[] NOT NULL,
  created_on date,
  activity_code text,
  sign text,
  legal_category text,
  core text COLLATE "C" NOT NULL,
  search_text text NOT NULL,
  source text
);
CREATE TABLE ${words} (
  word text COLLATE "C" PRIMARY KEY,
  structures integer NOT NULL
);`;
}

/** One migration of the store: everything the directory keeps. */
export const directorySchema = `
CREATE EXTENSION IF NOT EXISTS pg_trgm;
${tablesOf(EMBEDDED)}
${tablesOf(SIRENE)}
-- The names of legal units, which the file of establishments lacks, and the words they are found by.
CREATE TABLE sirene_units (
  siren text COLLATE "C" PRIMARY KEY,
  name text,
  legal_category text,
  core text NOT NULL,
  words text NOT NULL
);
-- How far each file of the register has been read, to go on from there.
CREATE TABLE sirene_imports (
  kind text PRIMARY KEY,
  file text NOT NULL,
  bytes_total bigint NOT NULL,
  bytes_done bigint NOT NULL,
  rows_done bigint NOT NULL,
  rows_refused bigint NOT NULL
);
-- Structures that are clients of the Caisse des Dépôts.
CREATE TABLE clients (
  siret text COLLATE "C" PRIMARY KEY,
  client_code text NOT NULL UNIQUE
);
-- Which version of the data each source holds.
CREATE TABLE directory_loads (
  source text PRIMARY KEY,
  version text NOT NULL,
  loaded_at timestamptz NOT NULL
);
`;
