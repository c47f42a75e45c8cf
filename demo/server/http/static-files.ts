import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { HttpContext } from './environment.js';

/** What is served, by ending; sources and whatever else lies in the folders is not. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

interface Kept {
  changed: number;
  etag: string;
  bytes: Uint8Array<ArrayBuffer>;
}

const kept = new Map<string, Kept>();

async function read(path: string): Promise<Kept | undefined> {
  try {
    const { mtimeMs, isFile } = await stat(path).then((found) => ({ mtimeMs: found.mtimeMs, isFile: found.isFile() }));
    if (!isFile) return undefined;
    const known = kept.get(path);
    if (known?.changed === mtimeMs) return known;
    const bytes = new Uint8Array(await readFile(path));
    const file = { changed: mtimeMs, etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`, bytes };
    kept.set(path, file);
    return file;
  } catch {
    return undefined;
  }
}

/** The real path of a file inside a folder; nothing for one that leads out of it, links included. */
async function inside(folder: string, name: string): Promise<string | undefined> {
  try {
    const [root, path] = await Promise.all([realpath(folder), realpath(join(folder, name))]);
    return path.startsWith(root + sep) ? path : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Serves one file of a folder.
 *
 * @param name - Path inside the folder, decoded; anything at all.
 * @returns nothing when there is no such file to serve.
 */
export async function serveFile(c: HttpContext, folder: string, name: string): Promise<Response | undefined> {
  if (name.includes('\0')) return undefined;
  const type = TYPES[extname(name)];
  const path = type === undefined ? undefined : await inside(folder, name);
  const file = path === undefined ? undefined : await read(path);
  if (!file || type === undefined) return undefined;
  // Names stay the same from build to build: a copy is good as long as the server says so.
  const headers = { 'Content-Type': type, 'Cache-Control': 'no-cache', ETag: file.etag };
  if (c.req.header('If-None-Match')?.includes(file.etag)) return c.body(null, 304, headers);
  return c.body(file.bytes, 200, headers);
}
