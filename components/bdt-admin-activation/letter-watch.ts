import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What a claim on the screen waits for. */
export interface Watched {
  readonly letterId: string;
  /** The letter is still being made. */
  readonly queued: boolean;
  /** When another may be asked for, in milliseconds of the machine's clock. */
  readonly resendAt: number | null;
}

/** Milliseconds before the first look at a letter that is being made; each pause is half as long again. */
const FIRST_PAUSE = 3000;
/** Looks at one letter, about six minutes in all: a page left open must not keep a session alive. */
const LOOKS = 10;
/** Longest timer of a browser, in milliseconds. */
const TIMER_MAX = 2 ** 31 - 1;

interface Plan {
  readonly key: string;
  readonly delay: number;
  readonly act: () => void;
}

/** Looks again while a letter is being made, and has its element drawn anew once another may be asked for. */
export class LetterWatch implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #watched: () => Watched | undefined;
  readonly #look: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #planned: string | undefined;
  #letterId: string | undefined;
  #looks = 0;

  /** @param look - Reads the claim again. */
  constructor(host: ReactiveControllerHost, watched: () => Watched | undefined, look: () => void) {
    this.#host = host;
    this.#watched = watched;
    this.#look = look;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#planned = undefined;
  }

  hostUpdated(): void {
    const plan = this.#plan();
    if (plan?.key === this.#planned) return;
    clearTimeout(this.#timer);
    this.#planned = plan?.key;
    if (!plan) return;
    this.#timer = setTimeout(() => {
      this.#planned = undefined;
      plan.act();
    }, plan.delay);
  }

  #plan(): Plan | undefined {
    const watched = this.#watched();
    if (!watched) return undefined;
    if (watched.letterId !== this.#letterId) {
      this.#letterId = watched.letterId;
      this.#looks = 0;
    }
    if (watched.queued && this.#looks < LOOKS) {
      return {
        key: `look ${this.#looks}`,
        delay: FIRST_PAUSE * 1.5 ** this.#looks,
        act: () => {
          this.#looks += 1;
          this.#look();
        },
      };
    }
    const wait = (watched.resendAt ?? 0) - Date.now();
    if (wait <= 0) return undefined;
    return { key: `until ${watched.resendAt}`, delay: Math.min(wait, TIMER_MAX), act: () => this.#host.requestUpdate() };
  }
}
