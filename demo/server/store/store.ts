import { join } from 'node:path';
import type { Config } from '../config.js';
import type { Database } from './database.js';
import { takeFolderLock } from './folder-lock.js';
import { openPglite } from './pglite.js';
import { openPostgres } from './postgres.js';

/**
 * Opens the database that the settings name.
 *
 * @throws {FolderInUseError} when another process has the embedded one open.
 */
export async function openStore(config: Pick<Config, 'databaseUrl' | 'dataDir'>): Promise<Database> {
  if (config.databaseUrl !== undefined) return openPostgres(config.databaseUrl);
  // PGlite itself lets two processes open one folder, and they destroy it.
  const release = takeFolderLock(join(config.dataDir, 'db.lock'));
  try {
    const db = await openPglite(join(config.dataDir, 'db'));
    return {
      ...db,
      async close() {
        await db.close();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}
