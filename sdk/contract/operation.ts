import type * as z from 'zod/mini';
import type { ErrorCode } from './error-codes.js';
import { schemaOf } from './schema-of.js';
import type { Shape } from './wire/shape.js';
import type { Wire } from './wire/wire.js';

export type { Access } from './wire/wire.js';

/** What the server of an operation and OpenAPI must know of it, and a client needn't. */
export interface ServedHalf<Params, Query, Body> {
  readonly summary: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** Status of the answer when it went well. */
  readonly status: 200 | 201 | 204;
  /** Codes that this operation can answer besides {@link COMMON_ERRORS}. */
  readonly errors: readonly ErrorCode[];
  /** True when it sends mail or tries a secret, and so counts against the smaller allowance of requests. */
  readonly sensitive: boolean;
}

/**
 * One thing that a backend can be asked, written once: the client calls it, a server mounts it, OpenAPI is printed from it.
 *
 * What the client needs of it stands in `wire/`, which is all that a page loads.
 */
export interface Operation<
  Params extends z.ZodMiniType = z.ZodMiniType,
  Query extends z.ZodMiniType = z.ZodMiniType,
  Body extends z.ZodMiniType = z.ZodMiniType,
  Answer extends z.ZodMiniType = z.ZodMiniType,
> extends Omit<Wire, 'answer'>,
    ServedHalf<Params, Query, Body> {
  readonly answer?: Answer;
}

/** The zod schema of what comes back. */
export type AnswerSchema<Given extends Wire> = Given extends { readonly answer: Shape<infer Value> } ? z.ZodMiniType<Value, Value> : never;

/** Puts the two halves of an operation together, and keeps the precise types of its schemas. */
export function operation<
  Given extends Wire,
  Params extends z.ZodMiniType = never,
  Query extends z.ZodMiniType = never,
  Body extends z.ZodMiniType = never,
>(wire: Given, rest: ServedHalf<Params, Query, Body>): Operation<Params, Query, Body, AnswerSchema<Given>> {
  const { answer, ...facts } = wire;
  return { ...facts, ...rest, ...(answer && { answer: schemaOf(answer) as AnswerSchema<Given> }) };
}

/** What a schema takes in. */
export type InputOf<Schema> = [Schema] extends [never] ? undefined : Schema extends z.ZodMiniType ? z.input<Schema> : undefined;
/** What a schema makes of it. */
export type OutputOf<Schema> = [Schema] extends [never] ? undefined : Schema extends z.ZodMiniType ? z.output<Schema> : undefined;

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
