import { isHTTPError, isTimeoutError } from 'ky';
import type { ERROR_STATUS, ErrorCode, FieldProblem } from '../contract/index.js';
import { conform } from '../contract/wire/conform.js';
import { problem } from '../contract/wire/problem.js';
import { AnswerError, RefusedError, UnreachableError, type BdtError } from '../errors.js';
import { secondsAsked } from './retry.js';

/** What a proxy says by itself when the backend can't be reached behind it. */
const GATEWAY = new Set([408, 502, 503, 504]);

/**
 * A refusal that needs no request: the backend could only have said the same.
 *
 * @param status - The one of that code. Asked for, so that a page needn't load the whole table of them.
 */
export function refusedHere<Code extends ErrorCode>(
  code: Code,
  status: (typeof ERROR_STATUS)[Code],
  more?: { errors?: FieldProblem[]; retryAfter?: number },
): RefusedError {
  return new RefusedError({ type: 'about:blank', title: code, status, code, ...more });
}

/**
 * What a failed try means for the caller.
 *
 * An answer that holds a problem is a refusal. One that holds none comes from something between here and the backend:
 * 408, 502, 503 and 504 mean that it isn't reached, 413 and 429 are refusals all the same, and anything else makes no sense.
 * The error of ky is left behind, since it holds the request with its secrets; only a word about it is kept as `cause`.
 */
export function failureOf(error: unknown): BdtError {
  if (isTimeoutError(error)) return new UnreachableError({ cause: 'timeout' });
  if (!isHTTPError(error)) return new UnreachableError({ cause: systemCode(error) });

  const { status, headers } = error.response;
  const asked = secondsAsked(headers);
  const wait = asked === undefined ? {} : { retryAfter: asked };
  const told = conform(problem, error.data);
  if (told.misfit === undefined) {
    // What was really answered, should the two differ.
    return new RefusedError({ ...wait, ...told.value, status });
  }
  if (status === 413) return refusedHere('request_too_large', 413, wait);
  if (status === 429) return refusedHere('too_many_requests', 429, wait);
  const cause = `http_${status}`;
  return GATEWAY.has(status) ? new UnreachableError({ cause }) : new AnswerError({ cause });
}

/** The system's own word (`ECONNREFUSED`) when Node gives one, wherever it is wrapped. */
function systemCode(error: unknown): string {
  for (let inner = error; inner instanceof Error; inner = inner.cause) {
    const { code } = inner as { code?: unknown };
    if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,40}$/.test(code)) return code;
  }
  return 'network';
}
