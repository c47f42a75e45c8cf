import type { Logger } from 'pino';
import type { Clock } from '../store/clock.js';
import type { Database } from '../store/database.js';
import type { Sweep } from './jobs.js';

/** Runs what falls due by the application's clock. */
export class Sweeps {
  readonly #parts: { db: Database; clock: Clock; log: Logger };
  readonly #sweeps = new Map<string, Sweep>();
  #running: Promise<void> = Promise.resolve();

  constructor(parts: { db: Database; clock: Clock; log: Logger }) {
    this.#parts = parts;
  }

  add(name: string, sweep: Sweep): void {
    this.#sweeps.set(name, sweep);
  }

  /** After the one under way, if any; one sweep that fails doesn't hold up the others. */
  run(): Promise<void> {
    this.#running = this.#running.then(() => this.#runAll());
    return this.#running;
  }

  async #runAll(): Promise<void> {
    const { db, clock, log } = this.#parts;
    for (const [name, sweep] of this.#sweeps) {
      try {
        await sweep(await clock.now(db));
      } catch (error) {
        log.error({ err: error, sweep: name }, 'sweep failed');
      }
    }
  }
}
