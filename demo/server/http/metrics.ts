/** Upper bounds of the buckets of answer times, in seconds. */
const BUCKETS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

interface Times {
  counts: number[];
  sum: number;
  total: number;
}

/** Counts since this process began, printed for Prometheus. */
export class Metrics {
  readonly #requests = new Map<string, number>();
  readonly #jobs = new Map<string, number>();
  readonly #times: Times = { counts: BUCKETS.map(() => 0), sum: 0, total: 0 };
  readonly #began = Date.now();

  /** @param operation - Name in the contract; never the path that was asked for, which may hold anything. */
  request(operation: string, status: number, seconds: number): void {
    raise(this.#requests, `operation="${operation}",status="${status}"`);
    this.#times.sum += seconds;
    this.#times.total += 1;
    BUCKETS.forEach((bound, index) => {
      if (seconds <= bound) this.#times.counts[index] = (this.#times.counts[index] ?? 0) + 1;
    });
  }

  job(kind: 'mail' | 'letter', done: boolean): void {
    raise(this.#jobs, `kind="${kind}",outcome="${done ? 'done' : 'put_off'}"`);
  }

  /** @param gauges - What only the database knows, by name. */
  print(gauges: Readonly<Record<string, number>>): string {
    const lines = [
      '# TYPE bdt_http_requests_total counter',
      ...labelled('bdt_http_requests_total', this.#requests),
      '# TYPE bdt_http_request_seconds histogram',
      ...BUCKETS.map((bound, index) => `bdt_http_request_seconds_bucket{le="${bound}"} ${this.#times.counts[index] ?? 0}`),
      `bdt_http_request_seconds_bucket{le="+Inf"} ${this.#times.total}`,
      `bdt_http_request_seconds_sum ${this.#times.sum}`,
      `bdt_http_request_seconds_count ${this.#times.total}`,
      '# TYPE bdt_jobs_total counter',
      ...labelled('bdt_jobs_total', this.#jobs),
      '# TYPE bdt_uptime_seconds gauge',
      `bdt_uptime_seconds ${(Date.now() - this.#began) / 1000}`,
      ...Object.entries(gauges).flatMap(([name, value]) => [`# TYPE ${name} gauge`, `${name} ${value}`]),
    ];
    return `${lines.join('\n')}\n`;
  }
}

function raise(counts: Map<string, number>, labels: string): void {
  counts.set(labels, (counts.get(labels) ?? 0) + 1);
}

function labelled(name: string, counts: ReadonlyMap<string, number>): string[] {
  return [...counts].map(([labels, value]) => `${name}{${labels}} ${value}`);
}
