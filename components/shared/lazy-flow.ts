import type { ReactiveController } from 'lit';
import type { Flow, FlowDependencies } from '../../sdk/flows/flow.js';
import type { BdtElementBase } from './element-base.js';
import { dependenciesOf, follow } from './flow-link.js';
import { pendingProvider } from './pending-provider.js';

/** The module that a journey comes in; what the journey asks for is read from the element whenever it is needed. */
export interface Journey<Host, State, Action> {
  start(host: Host, dependencies: FlowDependencies): Flow<State, Action>;
}

/**
 * A journey whose rules come after the first paint, for an element that has to be there at once.
 *
 * What is done meanwhile is kept, and sent when the rules are there. When they can't be loaded, what was typed stays,
 * what was asked for is dropped, and the next thing done tries again.
 */
export class LazyFlow<
  Host extends BdtElementBase,
  State,
  Action extends { readonly type: string },
  Module extends Journey<Host, State, Action>,
> implements ReactiveController
{
  readonly #host: Host;
  readonly #load: () => Promise<Module>;
  readonly #arrived: (state: State, previous: State) => void;
  #flow: Flow<State, Action> | undefined;
  #loading = false;
  #waiting: Action[] = [];

  /** What came with the journey, once it is there. */
  module: Module | undefined;

  /** The last try to load it failed. */
  failed = false;

  /** @param arrived - Called after each step, once the element has drawn it: for events and focus. */
  constructor(host: Host, load: () => Promise<Module>, arrived: (state: State, previous: State) => void) {
    this.#host = host;
    this.#load = load;
    this.#arrived = arrived;
    host.addController(this);
  }

  /** Where the journey stands; `undefined` until it is there. */
  get state(): State | undefined {
    return this.#flow?.getSnapshot();
  }

  /** Something was asked for, and its answer depends on rules that are still coming. */
  get isPending(): boolean {
    return this.#waiting.some(({ type }) => type === 'submitted');
  }

  send = (action: Action): void => {
    if (this.#flow) {
      this.#flow.send(action);
      return;
    }
    this.#waiting.push(action);
    void this.#begin();
  };

  hostUpdated(): void {
    // Later than the paint that this update leads to.
    if (!this.#flow && !this.failed) setTimeout(() => void this.#begin());
  }

  async #begin() {
    if (this.#flow || this.#loading) return;
    this.#loading = true;
    try {
      [this.module] = await Promise.all([this.#load(), pendingProvider(this.#host)]);
      this.failed = false;
      this.#start(this.module);
    } catch {
      this.failed = true;
      this.#waiting = this.#waiting.filter(({ type }) => type === 'typed');
    }
    this.#loading = false;
    this.#host.requestUpdate();
  }

  #start(module: Module) {
    this.#flow = module.start(this.#host, dependenciesOf(this.#host));
    follow(this.#host, this.#flow, this.#arrived);
    for (const action of this.#waiting.splice(0)) this.#flow.send(action);
  }
}
