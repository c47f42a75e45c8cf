import type { BdtClient } from '../client/client.js';
import type { FlowProblem } from './problem.js';
import type { KeyValueStore } from './storage.js';

/** What a flow's work is done with; handed in, so that a test needs no tricks. */
export interface FlowDependencies {
  readonly client: BdtClient;
  /** Drafts without secrets, of this tab. */
  readonly drafts: KeyValueStore;
  /** What other tabs may take up: the sign-up that waits for its code. */
  readonly shared: KeyValueStore;
  /** The machine's clock, in milliseconds since 1970. */
  readonly now: () => number;
  /** Language that mails are asked in. */
  readonly locale: () => string;
}

/** What one run of work may use besides. */
export interface WorkTools extends FlowDependencies {
  readonly signal: AbortSignal;
  /** `Idempotency-Key` for an input: the same again until it went through, so that trying again after a lost answer does it once. */
  keyFor(input: unknown): string;
}

/** Action that every flow understands: its work did not go through. */
export interface Failed {
  readonly type: 'failed';
  readonly problem: FlowProblem;
}

/** One journey: pure rules, and the work that some states call for. */
export interface FlowDefinition<State extends { readonly name: string }, Action extends { readonly type: string }, Options> {
  /** Name of the journey, and of its draft. */
  readonly name: string;
  /** First state. `draft` is what {@link FlowDefinition.draft} gave in an earlier life, unchecked. */
  start(options: Options, draft: unknown, dependencies: FlowDependencies): State;
  /** Pure: no clock, network or DOM. Returns the same object when the action means nothing here. */
  next(state: State, action: Action): State;
  /** Work by state name, begun when the state is entered; its answer is the next action. */
  readonly work: {
    readonly [Name in State['name']]?: (
      state: Extract<State, { readonly name: Name }>,
      tools: WorkTools,
      options: Options,
    ) => Promise<Action | undefined>;
  };
  /** Tells apart two works in states of the same name; the name alone when absent. */
  workKey?(state: State): string;
  /** What is kept for a reload: never a secret. `undefined` forgets it. */
  draft?(state: State): unknown;
}

/** A journey under way. Never throws. */
export interface Flow<State, Action> {
  getSnapshot(): State;
  /** @returns A function that ends the subscription. */
  subscribe(listener: (state: State, previous: State) => void): () => void;
  send(action: Action): void;
  /** Ends work under way and forgets all listeners. */
  dispose(): void;
}
