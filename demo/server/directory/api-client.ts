import { setTimeout as sleep } from 'node:timers/promises';
import { AnswerCache } from './answer-cache.js';
import { apiAnswer, type ApiAnswer } from './api-answer.js';
import { DirectoryUnavailableError } from './directory.js';
import { RequestPace } from './request-pace.js';

const BASE = 'https://recherche-entreprises.api.gouv.fr';

/** Its limit for one client address. */
const PER_SECOND = 7;

/** People get an answer within 2 s, of which the rest of the server needs a little. */
const DEADLINE_MS = 1800;

/** The register changes once a day. */
const LIFETIME_MS = 10 * 60_000;

const MOST_ANSWERS = 500;

/** 25 units are some 100 kB. */
const MOST_BYTES = 4 << 20;

/** Seconds to leave the API alone when it limits us without saying how long. */
const STANDARD_PAUSE = 2;

/** No pause is longer, in seconds, whatever the API says. */
const LONGEST_PAUSE = 60;

interface ApiClientOptions {
  fetch: typeof fetch;
  /** Another address of the API, for tests. */
  base?: string;
  /** Milliseconds that never go back. */
  clock?: () => number;
}

function pauseOf(response: Response): number {
  const seconds = Number(response.headers.get('Retry-After') ?? NaN);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(Math.ceil(seconds), LONGEST_PAUSE) : STANDARD_PAUSE;
}

async function bodyOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let body = '';
  for await (const chunk of response.body ?? []) {
    body += decoder.decode(chunk as Uint8Array, { stream: true });
    if (body.length > MOST_BYTES) throw new Error('the answer is too long');
  }
  return body + decoder.decode();
}

/** Asks API Recherche d'entreprises, within its limits and never longer than a person waits. */
export class ApiClient {
  readonly #fetch: typeof fetch;
  readonly #base: string;
  readonly #clock: () => number;
  readonly #pace: RequestPace;
  readonly #answers: AnswerCache<ApiAnswer>;
  readonly #underWay = new Map<string, Promise<ApiAnswer>>();
  #pausedUntil = 0;

  constructor(options: ApiClientOptions) {
    const clock = options.clock ?? (() => performance.now());
    this.#fetch = options.fetch;
    this.#base = options.base ?? BASE;
    this.#clock = clock;
    this.#pace = new RequestPace(PER_SECOND, clock);
    this.#answers = new AnswerCache(LIFETIME_MS, MOST_ANSWERS, clock);
  }

  /**
   * Asks `/search`; the same question asked again within 10 minutes is answered from memory.
   *
   * @throws {DirectoryUnavailableError} within 1.8 s, whatever went wrong.
   */
  async search(parameters: Record<string, string>): Promise<ApiAnswer> {
    const address = `${this.#base}/search?${new URLSearchParams(parameters)}`;
    const kept = this.#answers.get(address);
    if (kept) return kept;
    const underWay = this.#underWay.get(address) ?? this.#ask(address).finally(() => this.#underWay.delete(address));
    this.#underWay.set(address, underWay);
    return underWay;
  }

  async #ask(address: string): Promise<ApiAnswer> {
    const pause = this.#pausedUntil - this.#clock();
    if (pause > 0) throw new DirectoryUnavailableError(Math.ceil(pause / 1000));
    const wait = this.#pace.reserve(DEADLINE_MS / 2);
    if (wait === undefined) throw new DirectoryUnavailableError(1);
    const deadline = new AbortController();
    const expired = sleep(DEADLINE_MS, undefined, { signal: deadline.signal }).then(() => {
      throw new DirectoryUnavailableError();
    });
    // Whichever comes second has nobody waiting for it.
    expired.catch(() => {});
    const answer = sleep(wait).then(() => this.#send(address, deadline.signal));
    answer.catch(() => {});
    try {
      // A fetch that ignores its signal must not keep a person waiting either.
      return await Promise.race([answer, expired]);
    } finally {
      deadline.abort();
    }
  }

  async #send(address: string, signal: AbortSignal): Promise<ApiAnswer> {
    try {
      const headers = { Accept: 'application/json', 'User-Agent': 'bdt-inscription' };
      const response = await this.#fetch(address, { signal, headers, redirect: 'error' });
      if (response.status === 429 || response.status === 503) {
        const seconds = pauseOf(response);
        this.#pausedUntil = this.#clock() + seconds * 1000;
        throw new DirectoryUnavailableError(seconds);
      }
      if (!response.ok) throw new Error(`status ${response.status}`);
      const answer = apiAnswer.parse(JSON.parse(await bodyOf(response)));
      this.#answers.set(address, answer);
      return answer;
    } catch (cause) {
      if (cause instanceof DirectoryUnavailableError) throw cause;
      throw new DirectoryUnavailableError(undefined, { cause });
    }
  }
}
