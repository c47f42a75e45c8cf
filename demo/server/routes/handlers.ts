import type { AnswerOf, BodyOf, OperationName, operations, ParamsOf, QueryOf, Session } from '../../../src/contract.js';
import type { Context } from '../context.js';
import type { Keep } from '../http/kept-answers.js';

type Ops = typeof operations;

/** Who asks, as the server found out itself. */
export interface Caller {
  /** The session's account; set on every operation whose access is `session`. */
  readonly accountId: string | undefined;
  readonly sessionId: string | undefined;
  /** The session as its holder sees it, with the account. */
  readonly session: Session | undefined;
  /** Header `Sign-Up-Secret`, as it came. */
  readonly signUpSecret: string | undefined;
  /** Address of the client, after trusted proxies. */
  readonly address: string;
}

/** One request, judged by its operation's schemas. */
export interface Call<Name extends OperationName> {
  readonly params: ParamsOf<Ops[Name]>;
  readonly query: QueryOf<Ops[Name]>;
  readonly body: BodyOf<Ops[Name]>;
  readonly caller: Caller;
  /** Keeps the answer for the same request sent again; for what would do more when done again. */
  readonly keep: Keep<AnswerOf<Ops[Name]>>;
}

/** Answers one operation, or throws a `Refusal`. */
export type Handler<Name extends OperationName> = (context: Context, call: Call<Name>) => Promise<AnswerOf<Ops[Name]>>;

/** A handler for each operation of the contract: one that is missing doesn't compile. */
export type Handlers = { readonly [Name in OperationName]: Handler<Name> };
