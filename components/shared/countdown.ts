import type { ReactiveController } from 'lit';
import type { BdtElementBase } from './element-base.js';

/** Whole seconds until an instant of the machine's clock, 0 when it is over. */
export function secondsUntil(instant: number): number {
  return Math.max(0, Math.ceil((instant - Date.now()) / 1000));
}

/** Draws an element anew each second until an instant; runs only while the element is in a page. */
export class Countdown implements ReactiveController {
  readonly #host: BdtElementBase;
  readonly #until: () => number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param until - An instant of the machine's clock, in milliseconds since 1970; nothing when nothing is awaited. */
  constructor(host: BdtElementBase, until: () => number | undefined) {
    this.#host = host;
    this.#until = until;
    host.addController(this);
  }

  /** Whole seconds left, 0 when it is over. */
  get seconds(): number {
    return secondsUntil(this.#until() ?? 0);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    clearTimeout(this.#timer);
    if (this.seconds && this.#host.isConnected) this.#timer = setTimeout(() => this.#host.requestUpdate(), 1000);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
