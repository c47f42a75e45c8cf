import type { Problem } from './contract/problem.js';

/** Anything that this package throws on purpose. */
export abstract class BdtError extends Error {
  /** For programs; the sentence is in the catalogues. */
  readonly code: string;

  constructor(code: string, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}

/** The backend understood, and refused. */
export class RefusedError extends BdtError {
  override readonly name = 'RefusedError';
  /** HTTP status. */
  readonly status: number;
  /** All that the backend said. */
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.code, options);
    this.status = problem.status;
    this.problem = problem;
  }
}

/**
 * No answer came: offline, refused, cut, redirected or too slow; or a proxy answered that the backend is away.
 *
 * `cause` is one word for logs: `timeout`, `network`, `module`, `http_502`, or the system's, as `ECONNREFUSED`. It never
 * holds the request, which has secrets.
 */
export class UnreachableError extends BdtError {
  override readonly name = 'UnreachableError';

  constructor(options?: ErrorOptions) {
    super('unreachable', options);
  }
}

/**
 * An answer came that the contract doesn't know.
 *
 * `cause` says where, for whoever writes a backend: `not_json`, `http_500`, or a JSON pointer and what is wrong there, as
 * `/account/email invalid_type`. It never holds a value.
 */
export class AnswerError extends BdtError {
  override readonly name = 'AnswerError';

  constructor(options?: ErrorOptions) {
    super('answer_invalid', options);
  }
}

/** By name, because a page may hold two copies of this package. */
export function isRefusedError(error: unknown): error is RefusedError {
  return (error as Error | null)?.name === 'RefusedError';
}

/** By name, because a page may hold two copies of this package. */
export function isUnreachableError(error: unknown): error is UnreachableError {
  return (error as Error | null)?.name === 'UnreachableError';
}

/** By name, because a page may hold two copies of this package. */
export function isAnswerError(error: unknown): error is AnswerError {
  return (error as Error | null)?.name === 'AnswerError';
}
