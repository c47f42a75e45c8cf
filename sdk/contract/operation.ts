import type * as z from 'zod/mini';
import type { ErrorCode } from './error-codes.js';

/** Who may call: anyone, the holder of a sign-up's secret (header `Sign-Up-Secret`), or a signed-in person. */
export type Access = 'public' | 'sign_up' | 'session';

/**
 * One thing that a backend can be asked, written once: the client calls it, a server mounts it, OpenAPI is printed from it.
 *
 * `path` holds its parameters in braces, as OpenAPI does.
 */
export interface Operation<
  Params extends z.ZodMiniType = z.ZodMiniType,
  Query extends z.ZodMiniType = z.ZodMiniType,
  Body extends z.ZodMiniType = z.ZodMiniType,
  Answer extends z.ZodMiniType = z.ZodMiniType,
> {
  readonly name: string;
  readonly summary: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: `/v1/${string}`;
  readonly access: Access;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** Status of the answer when it went well. */
  readonly status: 200 | 201 | 204;
  readonly answer?: Answer;
  /** Codes that this operation can answer besides {@link COMMON_ERRORS}. */
  readonly errors: readonly ErrorCode[];
  /** True when a repeated `Idempotency-Key` must give the first answer again. */
  readonly idempotent: boolean;
  /** True when it sends mail or tries a secret, and so counts against the smaller allowance of requests. */
  readonly sensitive: boolean;
}

/** Keeps the precise types of an operation's schemas. */
export function operation<
  Params extends z.ZodMiniType = never,
  Query extends z.ZodMiniType = never,
  Body extends z.ZodMiniType = never,
  Answer extends z.ZodMiniType = never,
>(definition: Operation<Params, Query, Body, Answer>): Operation<Params, Query, Body, Answer> {
  return definition;
}

type InputOf<Schema> = [Schema] extends [never] ? undefined : Schema extends z.ZodMiniType ? z.input<Schema> : undefined;
type OutputOf<Schema> = [Schema] extends [never] ? undefined : Schema extends z.ZodMiniType ? z.output<Schema> : undefined;

/** What a caller gives as path parameters. */
export type ParamsOf<Op> = Op extends Operation<infer Params, infer _Q, infer _B, infer _A> ? OutputOf<Params> : never;
/** What a caller gives as query, before its defaults. */
export type QueryInputOf<Op> = Op extends Operation<infer _P, infer Query, infer _B, infer _A> ? InputOf<Query> : never;
/** What a server sees as query. */
export type QueryOf<Op> = Op extends Operation<infer _P, infer Query, infer _B, infer _A> ? OutputOf<Query> : never;
/** What a caller gives as body, before it is normalised. */
export type BodyInputOf<Op> = Op extends Operation<infer _P, infer _Q, infer Body, infer _A> ? InputOf<Body> : never;
/** What a server sees as body, normalised. */
export type BodyOf<Op> = Op extends Operation<infer _P, infer _Q, infer Body, infer _A> ? OutputOf<Body> : never;
/** What comes back. */
export type AnswerOf<Op> = Op extends Operation<infer _P, infer _Q, infer _B, infer Answer> ? OutputOf<Answer> : never;
