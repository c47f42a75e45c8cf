import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A view that comes after the first paint, for an element that at first only says that it is loading. */
export class LazyView<View> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #import: () => Promise<View>;
  #loading = false;

  /** The view, once it is there. */
  view: View | undefined;

  /** The last try to load it failed. */
  failed = false;

  constructor(host: ReactiveControllerHost, load: () => Promise<View>) {
    this.#host = host;
    this.#import = load;
    host.addController(this);
  }

  hostUpdated(): void {
    // Later than the paint that this update leads to.
    if (!this.view && !this.failed) setTimeout(this.load);
  }

  /** Loads the view, or tries again. */
  load = async (): Promise<void> => {
    if (this.view || this.#loading) return;
    this.#loading = true;
    try {
      this.view = await this.#import();
      this.failed = false;
    } catch {
      this.failed = true;
    }
    this.#loading = false;
    this.#host.requestUpdate();
  };
}
