import type { Shape } from './shape.js';

/** Who may call: anyone, the holder of a sign-up's secret (header `Sign-Up-Secret`), or a signed-in person. */
export type Access = 'public' | 'sign_up' | 'session';

/**
 * What a client must know of an operation to ask for it and to read its answer; all the rest stands in the contract.
 *
 * `path` holds its parameters in braces, as OpenAPI does.
 */
export interface Wire<Name extends string = string, Answer = unknown> {
  readonly name: Name;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: `/v1/${string}`;
  readonly access: Access;
  /** True when a repeated `Idempotency-Key` must give the first answer again. */
  readonly idempotent: boolean;
  /** None where the status is 204. */
  readonly answer?: Shape<Answer>;
}
