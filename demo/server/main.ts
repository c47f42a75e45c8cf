import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { createApp, type App } from './app.js';
import { readSettings, SettingError, withPort, type Settings } from './config.js';
import { openLogger } from './logger.js';
import { openContext, type OpenContext } from './open-context.js';
import { FolderInUseError } from './store/folder-lock.js';

/** How long a stop waits for requests and jobs under way, in milliseconds. */
const STOP_WITHIN = 9500;

const log = openLogger();
let app: App | undefined;
let opened: OpenContext | undefined;

const server = createAdaptorServer({
  // The port is taken first, because links in mails hold it and 0 means any.
  fetch: (request, bindings) =>
    app ? app.fetch(request, bindings) : new Response('Starting.', { status: 503, headers: { 'Retry-After': '1' } }),
});

function listen({ port, host }: Settings): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new SettingError(`PORT ${port} is in use by another process: stop it, or set another PORT.`) : error);
    });
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

let stopping = false;

async function stop(signal: NodeJS.Signals): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, 'stopping');
  setTimeout(() => process.exit(1), STOP_WITHIN).unref();
  // A connection that a browser keeps open counts as under way until it is told otherwise.
  const idle = setInterval(() => 'closeIdleConnections' in server && server.closeIdleConnections(), 100);
  await new Promise((resolve) => server.close(resolve));
  clearInterval(idle);
  await opened?.close();
  process.exit(0);
}

/** What the operator can put right is one sentence; anything else shows where it broke. */
function fail(error: unknown): never {
  if (error instanceof SettingError || error instanceof FolderInUseError) console.error(error.message);
  else log.fatal({ err: error }, 'not started');
  process.exit(1);
}

async function main(): Promise<void> {
  const settings = readSettings();
  const port = await listen(settings);
  const config = withPort(settings, port);
  opened = await openContext(config, log);
  app = createApp(opened);
  await opened.jobs.start();
  process.stdout.write(`${config.publicUrl}\n`);
}

// The job queue leaves a promise or two to themselves; when the database goes away for a moment, they are no reason to die.
process.on('unhandledRejection', (error) => log.error({ err: error }, 'unattended failure'));
process.on('SIGTERM', (signal) => void stop(signal));
process.on('SIGINT', (signal) => void stop(signal));
await main().catch(fail);
