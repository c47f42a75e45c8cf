/** Keeps answers for a while; the one asked for longest ago goes first when there is no room. */
export class AnswerCache<Answer> {
  readonly #entries = new Map<string, { answer: Answer; until: number }>();
  readonly #lifetime: number;
  readonly #size: number;
  readonly #clock: () => number;

  /**
   * @param lifetime - Milliseconds.
   * @param size - The most answers kept.
   * @param clock - Milliseconds that never go back.
   */
  constructor(lifetime: number, size: number, clock: () => number) {
    this.#lifetime = lifetime;
    this.#size = size;
    this.#clock = clock;
  }

  get(key: string): Answer | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#entries.delete(key);
    if (entry.until <= this.#clock()) return undefined;
    this.#entries.set(key, entry);
    return entry.answer;
  }

  set(key: string, answer: Answer): void {
    this.#entries.delete(key);
    this.#entries.set(key, { answer, until: this.#clock() + this.#lifetime });
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > this.#size && oldest !== undefined) this.#entries.delete(oldest);
  }
}
