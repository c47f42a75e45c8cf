import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds between two readings of an open page. */
const EVERY = 30_000;

/**
 * Milliseconds after the last key or click, when nobody is taken to be there any more. The page then falls silent: else it would
 * keep a session alive that should end by itself.
 */
const UNATTENDED_AFTER = 10 * 60_000;

/** Reads anew what a page shows: when it comes back to the front, and from time to time while someone looks at it. */
export class QuietRefresh implements ReactiveController {
  readonly #refresh: () => void;
  #timer: ReturnType<typeof setInterval> | undefined;
  #seenAt = 0;

  constructor(host: ReactiveControllerHost, refresh: () => void) {
    this.#refresh = refresh;
    host.addController(this);
  }

  hostConnected(): void {
    this.#seenAt = Date.now();
    this.#timer = setInterval(this.#tick, EVERY);
    globalThis.addEventListener('focus', this.#back);
    document.addEventListener('visibilitychange', this.#back);
    document.addEventListener('pointerdown', this.#seen, { passive: true });
    document.addEventListener('keydown', this.#seen, { passive: true });
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
    globalThis.removeEventListener('focus', this.#back);
    document.removeEventListener('visibilitychange', this.#back);
    document.removeEventListener('pointerdown', this.#seen);
    document.removeEventListener('keydown', this.#seen);
  }

  get #unattended(): boolean {
    return Date.now() - this.#seenAt > UNATTENDED_AFTER;
  }

  #tick = () => {
    if (document.visibilityState === 'visible' && !this.#unattended) this.#refresh();
  };

  #back = () => {
    if (document.visibilityState !== 'visible') return;
    this.#seenAt = Date.now();
    this.#refresh();
  };

  #seen = () => {
    if (this.#unattended) this.#back();
    else this.#seenAt = Date.now();
  };
}
