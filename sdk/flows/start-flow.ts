import { newIdempotencyKey } from '../client/idempotency-key.js';
import type { Failed, Flow, FlowDefinition, FlowDependencies, WorkTools } from './flow.js';
import { toFlowProblem } from './problem.js';
import { readJson, writeJson } from './storage.js';

/** Remembers one idempotency key for as long as the same input has not gone through. */
function keyring() {
  let last: { input: string; key: string } | undefined;
  return {
    keyFor(input: unknown) {
      const text = JSON.stringify(input);
      if (last?.input !== text) last = { input: text, key: newIdempotencyKey() };
      return last.key;
    },
    spent() {
      last = undefined;
    },
  };
}

/**
 * Starts a journey, or takes it up where its draft left it.
 *
 * @param definition - One of the journeys of this package, or your own.
 * @param options - What the journey asks for.
 */
export function startFlow<State extends { readonly name: string }, Action extends { readonly type: string }, Options>(
  definition: FlowDefinition<State, Action | Failed, Options>,
  options: Options,
  dependencies: FlowDependencies,
): Flow<State, Action> {
  const listeners = new Set<(state: State, previous: State) => void>();
  const keys = keyring();
  const workKey = definition.workKey ?? ((state: State) => state.name);
  let state = definition.start(options, readJson(dependencies.drafts, definition.name), dependencies);
  let running: AbortController | undefined;

  function work() {
    running?.abort();
    const controller = new AbortController();
    running = controller;
    const run = definition.work[state.name as State['name']] as
      | ((state: State, tools: WorkTools, options: Options) => Promise<Action | Failed | undefined>)
      | undefined;
    if (!run) return;
    run(state, { ...dependencies, signal: controller.signal, keyFor: keys.keyFor }, options).then(
      (action) => {
        if (controller.signal.aborted) return;
        keys.spent();
        if (action) send(action);
      },
      (error: unknown) => {
        if (!controller.signal.aborted) send({ type: 'failed', problem: toFlowProblem(error) });
      },
    );
  }

  function send(action: Action | Failed) {
    const previous = state;
    state = definition.next(previous, action);
    if (state === previous) return;
    if (definition.draft) writeJson(dependencies.drafts, definition.name, definition.draft(state));
    if (workKey(state) !== workKey(previous)) work();
    for (const listener of [...listeners]) listener(state, previous);
  }

  work();
  return {
    getSnapshot: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send,
    dispose() {
      running?.abort();
      listeners.clear();
    },
  };
}
