import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import type { Database } from '../../../demo/server/store/database.js';
import { wrapPglite } from '../../../demo/server/store/pglite.js';
import { prepare } from './prepare.js';
import { templateKey } from './template-key.js';

const FOLDER = '.cache';

async function build(path: string): Promise<Buffer> {
  const pglite = await PGlite.create({ extensions: { pg_trgm } });
  await prepare(wrapPglite(pglite));
  const bytes = Buffer.from(await (await pglite.dumpDataDir('none')).arrayBuffer());
  await pglite.close();
  await mkdir(FOLDER, { recursive: true });
  // Moved into place whole: test files run at the same time.
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, bytes);
  await rename(draft, path);
  return bytes;
}

let template: Promise<Buffer> | undefined;

async function load(): Promise<Buffer> {
  const path = `${FOLDER}/test-database-${templateKey()}.tar`;
  return readFile(path).catch(() => build(path));
}

async function copy(dataDir?: string): Promise<PGlite> {
  template ??= load();
  const loadDataDir = new Blob([new Uint8Array(await template)]);
  return PGlite.create({ dataDir, loadDataDir, extensions: { pg_trgm } });
}

/** A database in memory as it is after a first start: made once, kept in `.cache`, copied each time. */
export async function openPgliteCopy(): Promise<Database> {
  return wrapPglite(await copy());
}

/** The same in a folder, closed, for a process to open. */
export async function writePgliteCopy(folder: string): Promise<void> {
  await (await copy(folder)).close();
}
