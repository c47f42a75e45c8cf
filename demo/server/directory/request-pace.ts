/** Spreads requests so that no second holds more than so many of them. */
export class RequestPace {
  readonly #perSecond: number;
  readonly #clock: () => number;
  /** When each of the last requests leaves, some of them still to come. */
  #starts: number[] = [];

  /** @param clock - Milliseconds that never go back. */
  constructor(perSecond: number, clock: () => number) {
    this.#perSecond = perSecond;
    this.#clock = clock;
  }

  /**
   * Takes the next place in the queue.
   *
   * @param patience - The longest wait that still makes sense, in milliseconds.
   * @returns Milliseconds to wait before the request; undefined, and no place taken, when it is more than that.
   */
  reserve(patience: number): number | undefined {
    const now = this.#clock();
    const freeAt = (this.#starts.at(-this.#perSecond) ?? -Infinity) + 1000;
    const wait = Math.max(0, freeAt - now);
    if (wait > patience) return undefined;
    this.#starts = [...this.#starts, now + wait].slice(-this.#perSecond);
    return wait;
  }
}
