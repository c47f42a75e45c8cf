import { mkdir } from 'node:fs/promises';
import type { Logger } from 'pino';
import { SettingError, type Config } from './config.js';
import type { Context } from './context.js';
import type { Directory } from './directory/directory.js';
import { openDirectory } from './directory/open-directory.js';
import { Metrics } from './http/metrics.js';
import { openJobs, type JobRunner } from './jobs/open-jobs.js';
import { openMailer, type Mailer } from './mail/mailer.js';
import { registerWork } from './services/register.js';
import { openClock } from './store/clock.js';
import type { Database } from './store/database.js';
import { openKeys } from './store/keys.js';
import { migrate } from './store/migrate.js';
import { openStore } from './store/store.js';

/** A context that is ready, and what ends it. */
export interface OpenContext {
  readonly context: Context;
  readonly jobs: JobRunner;
  readonly metrics: Metrics;
  close(): Promise<void>;
}

/** What a test may bring along instead of what the settings say. */
export interface ContextParts {
  readonly db?: Database;
  readonly directory?: Directory;
  readonly mailer?: Mailer;
}

/** Turns what only opening a thing can tell about a setting into the sentence that names it. */
async function orSetting<T>(open: () => T | Promise<T>, sentence: (error: Error) => string): Promise<T> {
  try {
    return await open();
  } catch (error) {
    throw new SettingError(sentence(error as Error));
  }
}

async function openMailerOf({ smtpUrl, mailFrom }: Config): Promise<Mailer | undefined> {
  return smtpUrl === undefined ? undefined : orSetting(() => openMailer({ smtpUrl, from: mailFrom }), ({ message }) => message);
}

/** The register is the one source that may not be there yet. */
async function openDirectoryOf({ directory: kind }: Config, db: Database): Promise<Directory> {
  return kind === 'sirene' ? orSetting(() => openDirectory({ kind, db }), ({ message }) => message) : openDirectory({ kind, db });
}

/** Opens all that the settings name; jobs are queued, and run once `jobs.start()` is called. */
export async function openContext(config: Config, log: Logger, parts: ContextParts = {}): Promise<OpenContext> {
  const db = parts.db ?? (await openStore(config));
  try {
    await orSetting(() => db.query('SELECT 1'), ({ message }) => `DATABASE_URL names a database that can't be reached: ${message}.`);
    await orSetting(
      () => mkdir(config.letterDir, { recursive: true }),
      () => `LETTER_DIR must be a folder that can be written to: ${config.letterDir} can't.`,
    );
    await migrate(db);
    const clock = openClock();
    const keys = openKeys(config.secretKey);
    const mailer = parts.mailer ?? (await openMailerOf(config));
    const directory = parts.directory ?? (await openDirectoryOf(config, db));
    const metrics = new Metrics();
    const jobs = await openJobs(
      {
        db,
        clock,
        keys,
        log,
        mailer,
        messageHost: new URL(config.publicUrl).hostname.replace(/[[\]]/g, ''),
        count: (what, done) => metrics.job(what, done),
      },
      { supervise: parts.db === undefined },
    );
    const context: Context = { config, db, clock, keys, jobs, directory, log };
    registerWork(context);
    return {
      context,
      jobs,
      metrics,
      async close() {
        await jobs.stop();
        await mailer?.close();
        await db.close();
      },
    };
  } catch (error) {
    await db.close();
    throw error;
  }
}
