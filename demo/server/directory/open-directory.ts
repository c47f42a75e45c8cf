import type { Database } from '../store/database.js';
import type { Directory } from './directory.js';
import { loadEmbedded } from './embedded-load.js';
import { EMBEDDED, SIRENE } from './schema.js';
import { SqlDirectory } from './sql-search.js';

export interface DirectoryOptions {
  kind: 'embedded' | 'sirene';
  /** With the tables of `directorySchema`. */
  db: Database;
  now?: () => Date;
}

/**
 * Opens the directory, ready to answer.
 *
 * @throws {Error} with one sentence when `sirene` is asked for and no file was imported.
 */
export async function openDirectory({ kind, db, now }: DirectoryOptions): Promise<Directory> {
  if (kind === 'embedded') {
    await loadEmbedded(db, now);
    return new SqlDirectory(db, EMBEDDED);
  }
  const imported = await db.query(`SELECT 1 FROM directory_loads WHERE source = 'sirene'`);
  if (imported.length === 0) {
    throw new Error('DIRECTORY=sirene finds no register yet: run `npm run directory:import -- FILE…` first.');
  }
  return new SqlDirectory(db, SIRENE);
}
