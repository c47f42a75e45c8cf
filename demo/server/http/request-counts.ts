import type { Database } from '../store/database.js';
import { Refusal } from '../refusal.js';

export type Allowance = 'all' | 'sensitive';

interface Lease {
  /** By the machine's clock, in milliseconds. */
  until: number;
  left: number;
}

interface CountRow {
  count: number;
  ms_left: number;
}

/** Requests that a process may take from the database's count at once: one write then serves as many. */
const LEASE: Record<Allowance, number> = { all: 15, sensitive: 1 };

/**
 * Counts each client's requests in the database, so that all processes share one allowance. By the database's own
 * clock: a minute of it is a minute for everybody, whatever the console does to the application's time.
 */
export class RequestCounts {
  readonly #db: Database;
  readonly #most: Record<Allowance, number>;
  readonly #leases = new Map<string, Lease>();
  readonly #now: () => number;

  /** @param now - The machine's clock in milliseconds. */
  constructor(db: Database, most: Record<Allowance, number>, now: () => number = Date.now) {
    this.#db = db;
    this.#most = most;
    this.#now = now;
  }

  /** @throws {Refusal} `too_many_requests` with the seconds until the next minute. */
  async take(client: string, allowance: Allowance): Promise<void> {
    const key = `${allowance} ${client}`;
    const lease = this.#leases.get(key);
    const started = this.#now();
    if (lease && lease.left > 0 && started < lease.until) {
      lease.left -= 1;
      return;
    }
    const most = this.#most[allowance];
    const wanted = Math.min(LEASE[allowance], most);
    const [row] = await this.#db.query<CountRow>(
      `INSERT INTO request_counts AS counts (client, allowance, minute, count)
       VALUES ($1, $2, date_trunc('minute', now()), $3::integer)
       ON CONFLICT (client, allowance, minute) DO UPDATE SET count = least(counts.count + $3::integer, $4::integer + $3::integer)
       RETURNING count,
         floor(extract(epoch FROM minute + interval '1 minute' - now()) * 1000)::integer AS ms_left`,
      [client, allowance, wanted, most],
    );
    if (!row) throw new Error('request_counts returned nothing');
    // The last lease of a minute may be cut short by the limit.
    const granted = Math.min(wanted, most - (row.count - wanted));
    if (granted <= 0) throw new Refusal('too_many_requests', { retryAfter: Math.max(1, Math.ceil(row.ms_left / 1000)) });
    this.#keep(key, { until: started + row.ms_left, left: granted - 1 });
  }

  #keep(key: string, lease: Lease): void {
    // Leases of clients that left would pile up for ever.
    if (this.#leases.size > 10_000) this.#leases.clear();
    this.#leases.set(key, lease);
  }
}

/** Forgets counts of minutes gone by. */
export async function sweepRequestCounts(db: Database): Promise<void> {
  await db.query(`DELETE FROM request_counts WHERE minute < now() - interval '10 minutes'`);
}
