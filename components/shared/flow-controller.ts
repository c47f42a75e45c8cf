import type { ReactiveController } from 'lit';
import type { Failed, Flow, FlowDefinition } from '../../sdk/flows/flow.js';
import { startFlow } from '../../sdk/flows/start-flow.js';
import type { BdtElementBase } from './element-base.js';
import { dependenciesOf, follow } from './flow-link.js';
import { pendingProvider } from './pending-provider.js';

/** One view for each state: a state without a view doesn't compile. */
export type Views<State extends { readonly name: string }> = {
  readonly [Name in State['name']]: (state: Extract<State, { readonly name: Name }>) => unknown;
};

/** Given in place of options that the page has yet to set: the journey doesn't begin, and {@link FlowController.state} is `undefined`. */
export const OPTIONS_MISSING = Symbol('options missing');

function same(one: object | undefined, other: object | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * Ties a journey to an element: starts it with the element's options, and draws the element anew at each step.
 *
 * The journey outlives a removal, so that an element that is moved or put back goes on where it was; it holds nothing but the
 * element itself, so both are forgotten together.
 */
export class FlowController<State extends { readonly name: string }, Action extends { readonly type: string }, Options>
  implements ReactiveController
{
  readonly #host: BdtElementBase;
  readonly #definition: FlowDefinition<State, Action | Failed, Options>;
  readonly #options: () => Options | typeof OPTIONS_MISSING;
  readonly #arrived: (state: State, previous: State) => void;
  #flow: Flow<State, Action> | undefined;
  #startedWith: object | undefined;
  #waiting = false;

  /**
   * @param options - Read at the start; another value starts the journey anew.
   * @param arrived - Called after each step, once the element has drawn it: for events and focus.
   */
  constructor(
    host: BdtElementBase,
    definition: FlowDefinition<State, Action | Failed, Options>,
    options: () => Options | typeof OPTIONS_MISSING,
    arrived: (state: State, previous: State) => void = () => {},
  ) {
    this.#host = host;
    this.#definition = definition;
    this.#options = options;
    this.#arrived = arrived;
    host.addController(this);
  }

  /** Where the journey stands; `undefined` until the provider above is there. */
  get state(): State | undefined {
    return this.#flow?.getSnapshot();
  }

  send = (action: Action): void => {
    this.#flow?.send(action);
  };

  hostUpdate(): void {
    const given = this.#options();
    if (given === OPTIONS_MISSING) {
      this.#flow?.dispose();
      this.#flow = undefined;
      return;
    }
    const options = given as object | undefined;
    if (this.#flow && same(options, this.#startedWith)) return;
    const provider = pendingProvider(this.#host);
    if (provider) this.#waitFor(provider);
    else this.#start(options as Options);
  }

  /** Draws the state that the journey is in. */
  render(views: Views<State>): unknown {
    const { state } = this;
    return state && (views[state.name as State['name']] as (state: State) => unknown)(state);
  }

  #start(options: Options) {
    this.#flow?.dispose();
    this.#startedWith = options as object | undefined;
    this.#flow = startFlow(this.#definition, options, dependenciesOf(this.#host));
    follow(this.#host, this.#flow, this.#arrived);
  }

  #waitFor(provider: Promise<unknown>) {
    if (this.#waiting) return;
    this.#waiting = true;
    void provider.then(() => {
      this.#waiting = false;
      this.#host.requestUpdate();
    });
  }
}
