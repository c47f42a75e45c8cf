import type { Database } from '../store/database.js';
import { ApiClient } from './api-client.js';
import { ApiDirectory } from './api-source.js';
import type { Directory } from './directory.js';
import { loadEmbedded } from './embedded-load.js';
import { EMBEDDED, SIRENE } from './schema.js';
import { SqlDirectory } from './sql-search.js';

interface DirectoryOptions {
  kind: 'embedded' | 'sirene' | 'api';
  /** With the tables of `directorySchema`. */
  db: Database;
  /** For `api`. */
  fetch?: typeof fetch;
  now?: () => Date;
}

/**
 * Opens the directory, ready to answer.
 *
 * @throws {Error} with one sentence when `sirene` is asked for and no file was imported.
 */
export async function openDirectory({ kind, db, fetch = globalThis.fetch, now }: DirectoryOptions): Promise<Directory> {
  switch (kind) {
    case 'embedded':
      await loadEmbedded(db, now);
      return new SqlDirectory(db, EMBEDDED);
    case 'sirene': {
      const imported = await db.query(`SELECT 1 FROM directory_loads WHERE source = 'sirene'`);
      if (imported.length > 0) return new SqlDirectory(db, SIRENE);
      throw new Error('DIRECTORY=sirene finds no register yet: run `npm run directory:import -- FILE…` first.');
    }
    case 'api':
      return new ApiDirectory(new ApiClient({ fetch }));
  }
}
