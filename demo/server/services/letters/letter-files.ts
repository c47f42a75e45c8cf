import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../context.js';

/** Minutes, by the machine's clock, after which a half-written file was left by a process that died. */
const ABANDONED_MINUTES = 10;

/** Letters whose files are deleted in one go. */
const BATCH = 200;

export function letterFile(folder: string, letterId: string): string {
  return join(folder, `${letterId}.pdf`);
}

/** Puts a letter in the folder whole, or not at all; a second time replaces the first. */
export async function writeLetterFile(folder: string, letterId: string, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true });
  const draft = join(folder, `.${letterId}.${randomUUID()}.tmp`);
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, letterFile(folder, letterId));
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

export async function deleteLetterFile(folder: string, letterId: string): Promise<void> {
  await rm(letterFile(folder, letterId), { force: true });
}

/** Deletes the files of letters whose code has ended. Outside any transaction, after the one that ended them. */
export async function deleteEndedLetters(context: Context): Promise<void> {
  for (;;) {
    const rows = await context.db.query<{ letter_id: string }>(
      `SELECT letter_id FROM letters WHERE file_kept AND state NOT IN ('queued', 'sent') LIMIT ${BATCH}`,
    );
    const ids = rows.map((row) => row.letter_id);
    await Promise.all(ids.map((id) => deleteLetterFile(context.config.letterDir, id)));
    await context.db.query('UPDATE letters SET file_kept = false WHERE letter_id = ANY($1::text[])', [ids]);
    if (ids.length < BATCH) return;
  }
}

/** The same, for an answer that must not wait for a folder that is out of reach: the sweep tries again. */
export async function tryToDeleteEndedLetters(context: Context): Promise<void> {
  await deleteEndedLetters(context).catch((error: unknown) => {
    context.log.warn({ err: error }, 'files of ended letters are still to be deleted');
  });
}

/** Deletes what processes that died left half-written, since it holds codes. */
export async function deleteAbandonedDrafts(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const before = Date.now() - ABANDONED_MINUTES * 60_000;
  for (const name of names.filter((each) => each.endsWith('.tmp'))) {
    const path = join(folder, name);
    const age = await stat(path).catch(() => undefined);
    if (age && age.mtimeMs < before) await rm(path, { force: true });
  }
}
