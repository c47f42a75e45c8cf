import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Database, Sql } from '../store/database.js';
import { csvBlocks, csvHeader } from './csv-blocks.js';
import type { Column } from './establishment.js';
import { fillWords } from './rows.js';
import { buildIndexes, dropIndexes, SIRENE } from './schema.js';
import { establishmentsStatement, unitsStatement, type BlockStatement, type Statement } from './sirene-rows.js';

type Kind = 'units' | 'establishments';

/** How far one file is read. */
export interface ImportProgress {
  kind: Kind | 'indexes';
  bytesDone: number;
  bytesTotal: number;
  rowsDone: number;
  /** Rows without a sound number, or with too few or too many columns. */
  rowsRefused: number;
}

interface ImportOptions {
  onProgress?: (progress: ImportProgress) => void;
  now?: () => Date;
  /** Stops after the block under way; the next run goes on from there. */
  signal?: AbortSignal;
}

interface StockFile {
  kind: Kind;
  path: string;
  name: string;
  header: string[];
  bytes: number;
}

interface Done {
  bytes_done: number;
  rows_done: number;
  rows_refused: number;
}

const STATEMENT: Record<Kind, BlockStatement> = { units: unitsStatement, establishments: establishmentsStatement };

/** Words seen once are names of people and slips of the pen; without them corrections stay quick. */
const SEEN_AT_LEAST = 2;

/** Sorting 40 million rows for an index goes three times quicker with this than with the 64 MB of a fresh server. */
const INDEX_MEMORY = '192MB';

async function recognise(path: string): Promise<StockFile> {
  const [header, { size }] = await Promise.all([csvHeader(path), stat(path)]);
  const has = (column: string) => header.includes(column);
  const file = { path, name: basename(path), header, bytes: size };
  if (has('siret') && has('etatAdministratifEtablissement')) return { ...file, kind: 'establishments' };
  if (has('siren') && has('categorieJuridiqueUniteLegale')) return { ...file, kind: 'units' };
  throw new Error(`${path} is neither StockEtablissement nor StockUniteLegale: its first line lacks their columns.`);
}

async function filesByKind(paths: readonly string[]): Promise<Partial<Record<Kind, StockFile>>> {
  const found: Partial<Record<Kind, StockFile>> = {};
  for (const file of await Promise.all(paths.map(recognise))) {
    if (found[file.kind]) throw new Error(`${file.path} and ${found[file.kind]?.path} are of the same kind: give one.`);
    found[file.kind] = file;
  }
  return found;
}

/** What an earlier run did with this very file, known by its name and size. */
async function doneBefore(sql: Sql, file: StockFile): Promise<Done | undefined> {
  const rows = await sql.query<Done>(
    `SELECT bytes_done, rows_done, rows_refused FROM sirene_imports WHERE kind = $1 AND file = $2 AND bytes_total = $3`,
    [file.kind, file.name, file.bytes],
  );
  return rows[0];
}

/** Any number that no other advisory lock of the database uses. */
const LOCK = 7_420_352;

/** Two imports at once: one goes on, the other is refused with its first block. */
async function alone<T>(db: Database, work: (tx: Sql) => Promise<T>): Promise<T> {
  return db.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    return work(tx);
  });
}

/**
 * Finds where to go on. Another month's file replaces everything, rows as
 * well when it is that of the names, since they were joined as they came.
 */
async function takeUp(db: Database, file: StockFile): Promise<Done> {
  return alone(db, async (tx) => {
    const before = await doneBefore(tx, file);
    if (before) return before;
    await tx.query(`DELETE FROM directory_loads WHERE source = 'sirene'`);
    await tx.query(`DELETE FROM sirene_imports WHERE kind IN ('establishments', $1)`, [file.kind]);
    await tx.exec(`TRUNCATE sirene_structures; TRUNCATE sirene_words;`);
    if (file.kind === 'units') await tx.exec('TRUNCATE sirene_units');
    for (const statement of dropIndexes(SIRENE)) await tx.exec(statement);
    await tx.query(
      `INSERT INTO sirene_imports (kind, file, bytes_total, bytes_done, rows_done, rows_refused) VALUES ($1, $2, $3, 0, 0, 0)`,
      [file.kind, file.name, file.bytes],
    );
    return { bytes_done: 0, rows_done: 0, rows_refused: 0 };
  });
}

function isSound(file: StockFile, record: readonly string[], numberAt: number): boolean {
  const digits = file.kind === 'units' ? /^\d{9}$/ : /^\d{14}$/;
  return record.length === file.header.length && digits.test(record[numberAt] ?? '');
}

/** One block and the note of having read it, together or not at all. */
async function write(db: Database, statement: Statement, from: number, progress: ImportProgress): Promise<void> {
  const { kind, bytesDone, rowsDone, rowsRefused } = progress;
  await db.transaction(async (tx) => {
    // A block lost with the server is read again, so nothing needs to wait for the disk.
    await tx.query('SET LOCAL synchronous_commit = off');
    const noted = await tx.query(
      `UPDATE sirene_imports SET bytes_done = $3, rows_done = $4, rows_refused = $5
       WHERE kind = $1 AND bytes_done = $2 RETURNING kind`,
      [kind, from, bytesDone, rowsDone, rowsRefused],
    );
    if (noted.length === 0) throw new Error('Another import of the register is under way; let one of them finish.');
    await tx.query(statement.text, statement.values);
  });
}

async function readFile(db: Database, file: StockFile, { onProgress, signal }: ImportOptions): Promise<void> {
  const before = await takeUp(db, file);
  const progress = {
    kind: file.kind,
    bytesDone: before.bytes_done,
    bytesTotal: file.bytes,
    rowsDone: before.rows_done,
    rowsRefused: before.rows_refused,
  };
  const places = new Map(file.header.map((column, index) => [column, index]));
  const numberAt = places.get(file.kind === 'units' ? 'siren' : 'siret') ?? -1;
  let writing = Promise.resolve();
  try {
    for await (const { records, end } of csvBlocks(file.path, progress.bytesDone)) {
      signal?.throwIfAborted();
      const from = progress.bytesDone;
      const data = from === 0 ? records.slice(1) : records;
      const sound = data.filter((record) => isSound(file, record, numberAt));
      const statement = STATEMENT[file.kind](
        sound.map((record): Column => (name) => record[places.get(name) ?? -1]),
      );
      progress.bytesDone = end;
      progress.rowsDone += sound.length;
      progress.rowsRefused += data.length - sound.length;
      const after = { ...progress };
      // The server writes one block while the next is read here.
      await writing;
      writing = write(db, statement, from, after).then(() => onProgress?.(after));
      // Its failure is met at the next await, and must not be called unhandled until then.
      writing.catch(() => {});
    }
  } finally {
    await writing;
  }
}

async function isLoaded(sql: Sql): Promise<boolean> {
  return (await sql.query(`SELECT 1 FROM directory_loads WHERE source = 'sirene'`)).length > 0;
}

async function finish(db: Database, file: StockFile, now: Date): Promise<void> {
  await alone(db, async (tx) => {
    if (await isLoaded(tx)) return;
    await tx.query(`SET LOCAL maintenance_work_mem = '${INDEX_MEMORY}'`);
    await fillWords(tx, SIRENE, SEEN_AT_LEAST);
    for (const statement of buildIndexes(SIRENE)) await tx.exec(statement);
    await tx.query(
      `INSERT INTO directory_loads (source, version, loaded_at) VALUES ('sirene', $1, $2)
       ON CONFLICT (source) DO UPDATE SET version = excluded.version, loaded_at = excluded.loaded_at`,
      [`${file.name} ${file.bytes}`, now],
    );
  });
  await db.exec(`ANALYZE ${SIRENE.structures}; ANALYZE ${SIRENE.words};`);
}

/**
 * Imports the register's stock files into the tables of `DIRECTORY=sirene`.
 *
 * Stopped at any moment, it goes on where it was when called again with the
 * same files. Memory stays the same at any size. While a new month's files
 * come in there is no register to search.
 *
 * @param paths - StockEtablissement and StockUniteLegale, unzipped, in any order; the second may be left out once it is in.
 * @throws {Error} with one sentence when a file is not what it should be.
 */
export async function importSirene(db: Database, paths: readonly string[], options: ImportOptions = {}): Promise<void> {
  const { units, establishments } = await filesByKind(paths);
  if (units) await readFile(db, units, options);
  const names = await db.query(`SELECT 1 FROM sirene_imports WHERE kind = 'units' AND bytes_done = bytes_total`);
  if (names.length === 0) throw new Error('Names come from StockUniteLegale, which is not wholly imported yet: give it too.');
  if (!establishments) return;
  await readFile(db, establishments, options);
  if (await isLoaded(db)) return;
  const { bytes } = establishments;
  options.onProgress?.({ kind: 'indexes', bytesDone: bytes, bytesTotal: bytes, rowsDone: 0, rowsRefused: 0 });
  await finish(db, establishments, (options.now ?? (() => new Date()))());
}
