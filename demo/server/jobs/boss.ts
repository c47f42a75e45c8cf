import PgBoss from 'pg-boss';
import type { Logger } from 'pino';
import type { Database, Sql } from '../store/database.js';

export type QueueName = 'mails' | 'letters';

/** What a job carries: never more than where to look. */
export interface JobData {
  readonly id: string;
  /** Times that it was put off. */
  readonly tries: number;
}

/** How long a job may be under way, in seconds, before it counts as lost with its process. */
const EXPIRES_IN: Record<QueueName, number> = { mails: 120, letters: 300 };
const DAY = 24 * 60;

/** pg-boss's idea of a connection, over ours. */
export function overSql(sql: Sql): PgBoss.Db {
  return { executeSql: async (text, values) => ({ rows: await sql.query<Record<string, unknown>>(text, values ?? []) }) };
}

/**
 * Its scripts of several statements hold their own BEGIN and COMMIT, which would leave a pooled
 * connection inside a failed transaction; they run in a transaction of ours instead.
 */
function overDatabase(db: Database): PgBoss.Db {
  const single = overSql(db);
  return {
    async executeSql(text, values) {
      const script = /^\s*BEGIN;([\s\S]*)COMMIT;\s*$/.exec(text)?.[1];
      if (script === undefined) return single.executeSql(text, values);
      await db.transaction((tx) => tx.exec(script));
      return { rows: [] };
    },
  };
}

/**
 * Opens the job queue, in a schema of its own that it makes itself.
 *
 * @param supervise - Whether to look for jobs whose process died, every half minute.
 */
export async function openBoss(db: Database, log: Logger, supervise: boolean): Promise<PgBoss> {
  const boss = new PgBoss({
    db: overDatabase(db),
    schema: 'pgboss',
    schedule: false,
    supervise,
    maintenanceIntervalSeconds: 30,
    archiveCompletedAfterSeconds: 60 * 60,
    deleteAfterDays: 1,
  });
  boss.on('error', (error) => log.error({ err: error }, 'job queue'));
  await boss.start();
  for (const name of ['mails', 'letters'] as const) {
    await boss.createQueue(name, {
      name,
      policy: 'standard',
      // For jobs whose process died; failures are put off by the workers themselves.
      retryLimit: 1000,
      retryDelay: 1,
      expireInSeconds: EXPIRES_IN[name],
      retentionMinutes: 30 * DAY,
    });
  }
  // One process at a time has this engine open: whatever is under way at the start was cut off.
  if (db.engine === 'pglite') await db.query(`UPDATE pgboss.job SET state = 'retry' WHERE state = 'active'`);
  return boss;
}
