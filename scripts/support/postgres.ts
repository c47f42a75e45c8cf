import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { run } from './run.js';

/** A PostgreSQL server that lives as long as the tests. */
export interface TemporaryPostgres {
  /** Address with the right to create databases. */
  url: string;
  /** Stops the server and deletes what it stored. */
  stop(): Promise<void>;
}

const tools = ['initdb', 'postgres', 'pg_isready'];

/** Folder of a server's programs: Debian's, the newest first, else one in the PATH. */
export function postgresBinaries(): string | undefined {
  const base = '/usr/lib/postgresql';
  const versions = existsSync(base) ? readdirSync(base).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(base, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter).filter(Boolean),
  ];
  return folders.find((folder) => tools.every((tool) => existsSync(join(folder, tool))));
}

/** PostgreSQL refuses to run as root: then it gets another user's numbers. */
function owner(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  for (const user of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) => Number(execFileSync('id', [flag, user], { stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // No such user: the next one.
    }
  }
  throw new Error('PostgreSQL refuses to run as root, and there is no user postgres or nobody to run it as.');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function ready(binaries: string, port: number, child: ChildProcess): Promise<void> {
  const args = ['-q', '-h', '127.0.0.1', '-p', String(port)];
  for (let tries = 0; tries < 150 && child.exitCode === null; tries++) {
    // It answers on its port before it lets anyone in: only its own tool tells the two apart.
    if ((await run(join(binaries, 'pg_isready'), args, { output: 'capture' })).code === 0) return;
    await wait(200);
  }
  child.kill('SIGQUIT');
  throw new Error('The temporary PostgreSQL did not start within 30 s.');
}

/**
 * Makes a server in a temporary folder, on a free port of the loopback, with a password of its own. It forgets about
 * safety on disk, since nothing in it outlives the tests.
 *
 * @throws {Error} with what `initdb` said, when it can't be made.
 */
export async function startPostgres(binaries: string): Promise<TemporaryPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'bdt-postgres-'));
  const data = join(folder, 'data');
  const password = randomBytes(12).toString('hex');
  const as = owner();
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    writeFileSync(join(folder, 'password'), password, { mode: 0o600 });
    if (as.uid !== undefined && as.gid !== undefined) {
      chownSync(folder, as.uid, as.gid);
      chownSync(join(folder, 'password'), as.uid, as.gid);
    }
    const options = ['-D', data, '-U', 'postgres', '-A', 'password', `--pwfile=${join(folder, 'password')}`];
    const made = await run(join(binaries, 'initdb'), [...options, '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'], {
      output: 'capture',
      cwd: folder,
      ...as,
    });
    if (made.code !== 0) throw new Error(`initdb failed: ${made.output.trim()}`);

    const port = await freePort();
    const settings = {
      listen_addresses: '127.0.0.1',
      port,
      unix_socket_directories: folder,
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_connections: 300,
      shared_buffers: '128MB',
      // Containers give little of it.
      dynamic_shared_memory_type: 'mmap',
    };
    const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const child = spawn(join(binaries, 'postgres'), ['-D', data, ...args], { cwd: folder, stdio: 'ignore', ...as });
    const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
    // Should this process die without a word, the server must not outlive it.
    const kill = () => child.kill('SIGQUIT');
    process.once('exit', kill);
    await ready(binaries, port, child);
    return {
      url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
      async stop() {
        process.off('exit', kill);
        // "Fast": does not wait for clients to leave.
        child.kill('SIGINT');
        await ended;
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}
