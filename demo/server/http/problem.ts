import { ERROR_STATUS, type ErrorCode, type Problem } from '../../../src/contract.js';
import { Refusal } from '../refusal.js';

/** `code_tries_exhausted` → "Code tries exhausted": for developers, people read the catalogue's sentence. */
function titleOf(code: ErrorCode): string {
  return code.charAt(0).toUpperCase() + code.slice(1).replaceAll('_', ' ');
}

/**
 * A refusal on the wire.
 *
 * @see RFC 9457
 * @see RFC 9110, section 10.2.3, for `Retry-After`.
 */
export function problemResponse(refusal: Refusal, requestId: string, headers: Record<string, string> = {}): Response {
  const problem: Problem = {
    type: `urn:bdt-inscription:problem:${refusal.code}`,
    title: titleOf(refusal.code),
    status: ERROR_STATUS[refusal.code],
    code: refusal.code,
    requestId,
    ...refusal.details,
  };
  const wait = refusal.details.retryAfter;
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      ...(wait === undefined ? {} : { 'Retry-After': String(wait) }),
      ...headers,
    },
  });
}

/** Codes of Node and of PostgreSQL that say the database is away for now. */
const AWAY = /^(ECONN|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|08|53300|57P0)/;

function isDatabaseAway(error: Error & { code?: unknown }): boolean {
  return (typeof error.code === 'string' && AWAY.test(error.code)) || /^Connection terminated|timeout exceeded when trying to connect/.test(error.message);
}

/** What a failure is to the caller; `unexpected` ones are faults of ours and belong in the log. */
export function refusalOf(error: unknown): { refusal: Refusal; unexpected: boolean } {
  if (error instanceof Refusal) return { refusal: error, unexpected: false };
  const failure = error instanceof Error ? error : new Error(String(error));
  if (failure.name === 'DirectoryUnavailableError') {
    const { retryAfter = 30 } = failure as Error & { retryAfter?: number };
    return { refusal: new Refusal('directory_unavailable', { retryAfter }), unexpected: false };
  }
  if (isDatabaseAway(failure)) return { refusal: new Refusal('unavailable', { retryAfter: 5 }), unexpected: true };
  return { refusal: new Refusal('internal_error'), unexpected: true };
}
