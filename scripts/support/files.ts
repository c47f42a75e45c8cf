import { existsSync, readdirSync, statSync } from 'node:fs';

interface Options {
  /** False stays in the folder itself. Default true. */
  deep?: boolean;
}

/**
 * Files of a folder whose name ends in `suffix`, sorted, as paths with `/` from the current folder.
 * Node 20 has no `fs.globSync`. A folder that isn't there has no files; declaration files are left out.
 */
export function filesIn(folder: string, suffix: string, { deep = true }: Options = {}): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: deep })
    .filter((entry) => entry.isFile() && entry.name.endsWith(suffix) && !entry.name.endsWith('.d.ts'))
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
    .sort();
}

/**
 * When the newest of these files and folders changed, in milliseconds since 1970; 0 when none exists.
 * A folder counts with all it holds, and with itself, so a deleted file is seen too.
 */
export function newest(paths: readonly string[]): number {
  let latest = 0;
  for (const path of paths) {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) continue;
    latest = Math.max(latest, stat.mtimeMs);
    if (stat.isDirectory()) latest = Math.max(latest, newest(readdirSync(path).map((name) => `${path}/${name}`)));
  }
  return latest;
}
