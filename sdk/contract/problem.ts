import * as z from 'zod/mini';
import { habilitationCase } from './habilitation-case.js';
import { signUp } from './sign-up.js';

/** A field that is wrong: where, as a JSON pointer into the body, and which rule says so. */
export const fieldProblem = z.object({
  pointer: z.string(),
  code: z.string(),
});

export type FieldProblem = z.infer<typeof fieldProblem>;

/**
 * A refusal on the wire, as `application/problem+json`.
 *
 * `code` is one of `ErrorCode`, or one that a later backend adds.
 *
 * @see RFC 9457
 */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  /** Number of the request in the server's log. */
  requestId: z.optional(z.string()),
  /** With `fields_invalid`. */
  errors: z.optional(z.array(fieldProblem)),
  /** Seconds to wait, also in the header `Retry-After`. */
  retryAfter: z.optional(z.int()),
  /** With `code_wrong` and `activation_code_wrong`. */
  triesLeft: z.optional(z.int()),
  /** With `case_changed`: the case that holds now. */
  case: z.optional(habilitationCase),
  /** With `not_confirmed`: the sign-up that waits for its code. */
  signUp: z.optional(signUp),
  /** With `already_decided` and `transition_refused`: the state that holds now. */
  state: z.optional(z.string()),
  /** With `already_decided`: who decided, as names are shown. */
  decidedBy: z.optional(z.string()),
});

export type Problem = z.infer<typeof problem>;
