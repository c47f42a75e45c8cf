import { habilitationCase } from './habilitation-case.js';
import { listOf, object, optional, text, whole, type ValueOf } from './shape.js';
import { signUp } from './sign-up.js';

/** A field that is wrong: where, as a JSON pointer into the body, and which rule says so. */
export const fieldProblem = object({
  pointer: text,
  code: text,
});

/** One field that is wrong. */
export interface FieldProblem extends ValueOf<typeof fieldProblem> {}

/**
 * A refusal on the wire, as `application/problem+json`.
 *
 * `code` is one of `ErrorCode`, or one that a later backend adds.
 *
 * @see RFC 9457
 */
export const problem = object({
  type: text,
  title: text,
  status: whole,
  code: text,
  /** Number of the request in the server's log. */
  requestId: optional(text),
  /** With `fields_invalid`. */
  errors: optional(listOf(fieldProblem)),
  /** Seconds to wait, also in the header `Retry-After`. */
  retryAfter: optional(whole),
  /** With `code_wrong` and `activation_code_wrong`. */
  triesLeft: optional(whole),
  /** With `case_changed`: the case that holds now. */
  case: optional(habilitationCase),
  /** With `not_confirmed`: the sign-up that waits for its code. */
  signUp: optional(signUp),
  /** With `already_decided` and `transition_refused`: the state that holds now. */
  state: optional(text),
  /** With `already_decided`: who decided, as names are shown. */
  decidedBy: optional(text),
});

/** Why something was not done: problem details of RFC 9457. */
export interface Problem extends ValueOf<typeof problem> {}
