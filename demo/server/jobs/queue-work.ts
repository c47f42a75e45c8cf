import type PgBoss from 'pg-boss';
import type { Logger } from 'pino';
import type { Database } from '../store/database.js';
import { overSql, type JobData, type QueueName } from './boss.js';

/** Seconds before a job that failed is tried again: 5, 10, 20… up to 5 minutes, and never given up. */
export function delayAfter(tries: number): number {
  return Math.min(5 * 2 ** tries, 300);
}

/** Runs one job; one that fails is put off, in one transaction with the end of this try. */
export async function workOff(
  parts: { boss: PgBoss; db: Database; log: Logger },
  queue: QueueName,
  job: PgBoss.Job<JobData>,
  work: (id: string) => Promise<void>,
): Promise<boolean> {
  const { boss, db, log } = parts;
  const { id, tries } = job.data;
  try {
    await work(id);
    await boss.complete(queue, job.id);
    return true;
  } catch (error) {
    log.warn({ queue, id, tries, reason: (error as Error).message }, 'job put off');
  }
  await db.transaction(async (tx) => {
    await boss.complete(queue, job.id, {}, { db: overSql(tx) });
    await boss.send(queue, { id, tries: tries + 1 }, { startAfter: delayAfter(tries), db: overSql(tx) });
  });
  return false;
}
