import type { Flow, FlowDependencies } from '../../sdk/flows/flow.js';
import type { BdtElementBase } from './element-base.js';

/** What a journey works with, as the element's settings give it. */
export function dependenciesOf(host: BdtElementBase): FlowDependencies {
  const { drafts, shared } = host.settings;
  return {
    // Read when work begins: a provider may have been given other settings meanwhile.
    get client() {
      return host.settings.client;
    },
    drafts,
    shared,
    now: Date.now,
    locale: () => host.locale,
  };
}

/** Draws the element anew at each step, then tells it where the journey has arrived: for events and focus. */
export function follow<State>(host: BdtElementBase, flow: Flow<State, never>, arrived: (state: State, previous: State) => void): void {
  flow.subscribe((state, previous) => {
    host.requestUpdate();
    void host.updateComplete.then(() => arrived(state, previous));
  });
}
