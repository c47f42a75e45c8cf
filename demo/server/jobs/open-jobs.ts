import type PgBoss from 'pg-boss';
import type { Logger } from 'pino';
import type { Mailer } from '../mail/mailer.js';
import type { Clock } from '../store/clock.js';
import type { Database } from '../store/database.js';
import type { Keys } from '../store/keys.js';
import { openBoss, overSql, type JobData, type QueueName } from './boss.js';
import type { Jobs } from './jobs.js';
import { KeptMails } from './kept-mails.js';
import { deliverMail } from './mail-delivery.js';
import { workOff } from './queue-work.js';
import { Sweeps } from './sweeps.js';

const QUEUES: readonly QueueName[] = ['letters', 'mails'];
const TICK_MS = 30_000;
/** Jobs that one process has under way at once, per queue. */
const BATCH = 10;
/** How long the end of the process waits for what is under way; a mail that takes longer is tried again. */
const STOP_MS = 7000;

export interface JobRunner extends Jobs {
  readonly kept: KeptMails;
  /** Begins to work: until then jobs are only queued. */
  start(): Promise<void>;
  /** Runs all sweeps now. */
  tick(): Promise<void>;
  /** Runs sweeps and every queued job now, put-off ones included; for tests, instead of `start`. */
  runDue(): Promise<void>;
  /** Looks for jobs whose process died, and queues them again; happens by itself every half minute. */
  supervise(): Promise<void>;
  stop(): Promise<void>;
}

export interface JobParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly keys: Keys;
  readonly log: Logger;
  /** None: mails are kept for the console. */
  readonly mailer: Mailer | undefined;
  readonly messageHost: string;
  /** Counts what was done. */
  readonly count?: (what: 'mail' | 'letter', done: boolean) => void;
}

export async function openJobs(parts: JobParts, options: { supervise: boolean }): Promise<JobRunner> {
  const { db, log, mailer } = parts;
  const boss: PgBoss = await openBoss(db, log, options.supervise);
  const kept = new KeptMails(parts);
  const sweeps = new Sweeps(parts);
  let makeLetter: ((letterId: string) => Promise<void>) | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function work(queue: QueueName, id: string): Promise<void> {
    if (queue === 'mails') {
      if (mailer) await deliverMail({ ...parts, kept, mailer }, id);
      return;
    }
    if (!makeLetter) throw new Error('Nothing makes letters yet.');
    await makeLetter(id);
  }

  async function runAll(queue: QueueName, jobs: PgBoss.Job<JobData>[]): Promise<void> {
    await Promise.all(
      jobs.map(async (job) => {
        const done = await workOff({ boss, db, log }, queue, job, (id) => work(queue, id));
        parts.count?.(queue === 'mails' ? 'mail' : 'letter', done);
      }),
    );
  }

  async function drain(queue: QueueName, ignoreStartAfter: boolean): Promise<number> {
    const jobs: PgBoss.Job<JobData>[] = [];
    for (;;) {
      const more = await boss.fetch<JobData>(queue, { batchSize: 50, ignoreStartAfter });
      if (!more || more.length === 0) break;
      jobs.push(...more);
    }
    await runAll(queue, jobs);
    return jobs.length;
  }

  return {
    kept,
    async sendMail(tx, mail) {
      const mailId = await kept.write(tx, mail, mailer ? 'queued' : 'sent');
      if (mailer) await boss.send('mails', { id: mailId, tries: 0 }, { db: overSql(tx) });
    },
    async makeLetter(tx, letterId) {
      await boss.send('letters', { id: letterId, tries: 0 }, { db: overSql(tx) });
    },
    onTick: (name, sweep) => sweeps.add(name, sweep),
    onLetter(make) {
      makeLetter = make;
    },
    async start() {
      for (const queue of QUEUES) {
        await boss.work<JobData>(queue, { batchSize: BATCH, pollingIntervalSeconds: 0.5 }, (jobs) => runAll(queue, jobs));
      }
      timer = setInterval(() => void sweeps.run(), TICK_MS);
      void sweeps.run();
    },
    tick: () => sweeps.run(),
    async runDue() {
      await sweeps.run();
      for (const queue of QUEUES) await drain(queue, true);
      // What those caused; what was put off just now stays put off.
      while ((await drain('letters', false)) + (await drain('mails', false)) > 0);
    },
    supervise: () => boss.expire(),
    async stop() {
      clearInterval(timer);
      await boss.stop({ graceful: true, timeout: STOP_MS });
    },
  };
}
