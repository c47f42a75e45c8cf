import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';

/** The folder is in use by another process. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';
}

/** Tells a process from a later one that got the same number; empty where the system doesn't say. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The 22nd field, counted after the name, which may hold spaces. See proc(5).
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function isAlive(pid: number, start: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return start === '' || startOf(pid) === start;
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function tryLink(own: string, path: string): boolean {
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Takes a lock file for this process; one that a dead process left is taken over.
 *
 * @returns What lets the lock go.
 * @throws {FolderInUseError} when a living process holds it.
 */
export function takeFolderLock(path: string): () => void {
  mkdirSync(dirname(path), { recursive: true });
  const content = `${process.pid} ${startOf(process.pid)} ${randomUUID()}`;
  const own = `${path}.${randomUUID()}`;
  // Linked whole: a reader never sees a half-written lock.
  writeFileSync(own, content, { mode: 0o600 });
  try {
    for (let tries = 0; tries < 5; tries++) {
      if (tryLink(own, path)) return () => contentOf(path) === content && rmSync(path, { force: true });
      const found = contentOf(path);
      const [pid = '', start = ''] = found.split(' ');
      if (found !== '' && isAlive(Number(pid), start)) break;
      const aside = `${own}.stale`;
      try {
        renameSync(path, aside);
      } catch {
        continue;
      }
      // Another process may have taken over between the look and the move: then it gets its lock back.
      if (contentOf(aside) !== found) tryLink(aside, path);
      rmSync(aside, { force: true });
    }
  } finally {
    rmSync(own, { force: true });
  }
  throw new FolderInUseError(`The folder ${dirname(path)} is in use by another process (${contentOf(path).split(' ')[0]}): stop it, or set DATA_DIR.`);
}
