import type { Logger } from 'pino';
import type { Config } from './config.js';
import type { Directory } from './directory/directory.js';
import type { Jobs } from './jobs/jobs.js';
import type { Keys } from './store/keys.js';
import type { Clock } from './store/clock.js';
import type { Database } from './store/database.js';

/** What every service of the backend works with. */
export interface Context {
  readonly config: Config;
  readonly db: Database;
  /** The application's clock, kept in the database; never `Date.now()` for anything that a person waits for. */
  readonly clock: Clock;
  /** Hashes and seals secrets under keys that are not in the database. */
  readonly keys: Keys;
  /** Mails and letters, queued in the transaction of what caused them. */
  readonly jobs: Jobs;
  readonly directory: Directory;
  readonly log: Logger;
}
