import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createAdaptorServer } from '@hono/node-server';
import { createApp } from '../../demo/server/app.js';
import { readSettings, withPort } from '../../demo/server/config.js';
import { openLogger } from '../../demo/server/logger.js';
import { openContext } from '../../demo/server/open-context.js';
import type { Database } from '../../demo/server/store/database.js';
import { openKeys, type Keys } from '../../demo/server/store/keys.js';
import { openPglite } from '../../demo/server/store/pglite.js';
import { openPostgres } from '../../demo/server/store/postgres.js';

/** Servers that share one database, and a way past them into it. */
export interface Stage {
  readonly title: string;
  readonly urls: readonly string[];
  readonly db: Database;
  readonly keys: Keys;
  readonly letterDir: string;
  /** Processes of the servers; none when they run in this one. */
  readonly pids: readonly number[];
  close(): Promise<void>;
}

const SECRET_KEY = randomBytes(32).toString('hex');
/** The limits of requests are another matter, and would hide what is measured here. */
const SETTINGS = { PORT: '0', QA: 'on', QA_REQUESTS_PER_MINUTE: '1000000', SECRET_KEY };

export interface Started {
  readonly url: string;
  readonly child: ChildProcess;
  stop(): Promise<void>;
}

/** Starts a script of ours that prints its address once it is ready. */
export async function startProcess(script: string, env: NodeJS.ProcessEnv): Promise<Started> {
  // The log goes nowhere: writing it is part of the work, reading it isn't.
  const child = spawn(process.execPath, ['--import', 'tsx', script], { env: { PATH: process.env.PATH, ...env }, stdio: ['ignore', 'pipe', 'ignore'] });
  const lines = createInterface({ input: child.stdout });
  const url = await Promise.race([once(lines, 'line').then(([line]) => String(line)), once(child, 'exit').then(() => undefined)]);
  if (url === undefined) throw new Error(`${script} did not start.`);
  return {
    url,
    child,
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function freshDatabase(server: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `campaign_${randomBytes(6).toString('hex')}`;
  const admin = openPostgres(server, 1);
  await admin.query(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    async drop() {
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.close();
    },
  };
}

/** @param server - A PostgreSQL where databases may be made. */
export async function onPostgres(server: string, processes: number): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'bdt-campaign-'));
  const database = await freshDatabase(server);
  const letterDir = join(folder, 'letters');
  const env = { ...SETTINGS, DATA_DIR: folder, LETTER_DIR: letterDir, DATABASE_URL: database.url };
  const started: Started[] = [];
  // One after the other: the first makes the schema.
  for (let n = 0; n < processes; n++) started.push(await startProcess('demo/server/main.ts', env));
  const db = openPostgres(database.url, 4);
  return {
    title: `PostgreSQL, ${processes} process${processes > 1 ? 'es' : ''}`,
    urls: started.map(({ url }) => url),
    pids: started.flatMap(({ child }) => child.pid ?? []),
    db,
    keys: openKeys(SECRET_KEY),
    letterDir,
    async close() {
      await Promise.all(started.map((each) => each.stop()));
      await db.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** One server on the embedded database, which lets nobody else in: it runs in this process. */
export async function onPglite(): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'bdt-campaign-'));
  const config = withPort(readSettings({ ...SETTINGS, DATA_DIR: folder }), 0);
  const opened = await openContext(config, openLogger('info', { write: () => {} }), { db: await openPglite(join(folder, 'db')) });
  const server = createAdaptorServer({ fetch: createApp(opened).fetch });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  await opened.jobs.start();
  return {
    title: 'PGlite, 1 process',
    urls: [`http://127.0.0.1:${(server.address() as AddressInfo).port}`],
    pids: [],
    db: opened.context.db,
    keys: opened.context.keys,
    letterDir: config.letterDir,
    async close() {
      server.close();
      await opened.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Takes the servers in turn. */
export function serverOf({ urls }: Stage, index: number): string {
  return urls[index % urls.length] ?? '';
}
