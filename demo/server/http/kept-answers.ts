import { setTimeout as wait } from 'node:timers/promises';
import { LIMITS } from '../limits.js';
import { Refusal } from '../refusal.js';
import type { Clock } from '../store/clock.js';
import type { Database, Sql } from '../store/database.js';
import type { Keys } from '../store/keys.js';

/** Seconds that a first request may take before a repeated one takes its place. */
const LEASE = 60;
/** How long a repeated request waits for the first, in milliseconds, and how often it looks. */
const PATIENCE = 8000;
const LOOK_EVERY = 100;
const PURPOSE = 'kept-answer';

interface Row {
  body_digest: string;
  answer: string | null;
}

interface Parts {
  readonly db: Database;
  readonly keys: Keys;
  readonly clock: Clock;
}

/** Writes an answer down in the transaction of what it answers for. */
export type Keep<T> = (tx: Sql, answer: T) => Promise<void>;

/** Gives a request that comes again under the same `Idempotency-Key` the first one's answer. */
export class KeptAnswers {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * @param scope - Operation, who asks, and the key.
   * @param body - The body as it came, judged.
   * @param work - Done once; what it refuses changes nothing, so it may be tried again under the same key. Where doing it
   * again would do more, it keeps its answer by what it is handed: a process that dies afterwards has then both done and said it.
   * @throws {Refusal} `idempotency_key_reused` or `request_in_progress`.
   */
  async once<T>(scope: readonly string[], body: unknown, work: (keep: Keep<T>) => Promise<T>): Promise<T> {
    const { keys } = this.#parts;
    const key = keys.digest('idempotency-scope', JSON.stringify(scope));
    const bodyDigest = keys.digest('idempotency-body', JSON.stringify(body ?? null));
    for (let waited = 0; ; waited += LOOK_EVERY) {
      if (await this.#begin(key, bodyDigest)) break;
      const row = await this.#read(key);
      if (!row) continue;
      if (row.body_digest !== bodyDigest) throw new Refusal('idempotency_key_reused');
      if (row.answer !== null) return keys.open<{ answer: T }>(PURPOSE, row.answer).answer;
      if (waited >= PATIENCE) throw new Refusal('request_in_progress', { retryAfter: 2 });
      await wait(LOOK_EVERY);
    }
    let isKept = false;
    const keep: Keep<T> = async (tx, answer) => {
      await this.#finish(tx, key, answer);
      isKept = true;
    };
    const answer = await work(keep).catch(async (error: unknown) => {
      await this.#forget(key).catch(() => {});
      throw error;
    });
    if (!isKept) await this.#finish(this.#parts.db, key, answer);
    return answer;
  }

  /** @returns whether this request is the first, or takes the place of one that never ended. */
  async #begin(key: string, bodyDigest: string): Promise<boolean> {
    const { db, clock } = this.#parts;
    const rows = await db.query(
      `INSERT INTO kept_answers AS kept (scope, body_digest, answer, lease_until, created_at)
       VALUES ($1, $2, NULL, now() + $3::integer * interval '1 second', $4)
       ON CONFLICT (scope) DO UPDATE SET lease_until = excluded.lease_until, created_at = excluded.created_at
         WHERE kept.answer IS NULL AND kept.lease_until < now() AND kept.body_digest = excluded.body_digest
       RETURNING scope`,
      [key, bodyDigest, LEASE, await clock.now(db)],
    );
    return rows.length > 0;
  }

  async #read(key: string): Promise<Row | undefined> {
    const [row] = await this.#parts.db.query<Row>('SELECT body_digest, answer FROM kept_answers WHERE scope = $1', [key]);
    return row;
  }

  async #finish(sql: Sql, key: string, answer: unknown): Promise<void> {
    const { keys } = this.#parts;
    await sql.query('UPDATE kept_answers SET answer = $2 WHERE scope = $1', [key, keys.seal(PURPOSE, { answer })]);
  }

  async #forget(key: string): Promise<void> {
    await this.#parts.db.query('DELETE FROM kept_answers WHERE scope = $1 AND answer IS NULL', [key]);
  }
}

/** Forgets answers whose day is over. */
export async function sweepKeptAnswers(db: Database, now: Date): Promise<void> {
  const day = new Date(now.getTime() - LIMITS.request.idempotencyLifetime * 1000);
  await db.query('DELETE FROM kept_answers WHERE created_at < $1', [day]);
}
