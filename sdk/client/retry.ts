import { isHTTPError, isTimeoutError, type RetryOptions as KyRetryOptions } from 'ky';
import type { Wire } from '../contract/wire/wire.js';
import type { RetryOptions } from './options.js';

const LIMIT = 2;
/** Milliseconds. */
const DELAY = 300;
/** Seconds that a person may be kept waiting without being told. */
const LONGEST_WAIT = 2;

/**
 * Whether doing it twice does it once: reads, a sign-out, and whatever goes with an `Idempotency-Key`. Never a sign-in or
 * the try of a code, which would cost the person a second try.
 */
export function isRepeatable(wire: Wire): boolean {
  return wire.idempotent || wire.method === 'GET' || wire.method === 'DELETE';
}

/** The tries that an operation may have, as ky wants them. */
export function retryFor(wire: Wire, { limit = LIMIT, delay = DELAY }: RetryOptions = {}): KyRetryOptions {
  return {
    limit: isRepeatable(wire) ? Math.min(limit, LIMIT) : 0,
    methods: ['get', 'post', 'patch', 'delete'],
    statusCodes: [409, 429, 502, 503, 504],
    afterStatusCodes: [409, 429, 503],
    maxRetryAfter: LONGEST_WAIT * 1000,
    delay: (attempt) => delay * 2 ** (attempt - 1),
    jitter: (wait) => wait * (0.5 + Math.random() / 2),
    shouldRetry: ({ error }) => isWorthRetrying(error),
  };
}

/**
 * Seconds that a header `Retry-After` asks for; `undefined` when there is none, or none that can be read.
 *
 * @see RFC 9110, section 10.2.3
 */
export function secondsAsked(headers: Headers): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (!value) return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : Math.ceil((Date.parse(value) - Date.now()) / 1000);
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}

/** `undefined` leaves it to the lists of statuses above, and the wait to the answer's header. */
function isWorthRetrying(error: Error): boolean | undefined {
  // Someone who waited the whole timeout is told, rather than kept waiting for two more.
  if (isTimeoutError(error)) return false;
  if (!isHTTPError(error)) return true;

  const { status, headers } = error.response;
  const asked = secondsAsked(headers);
  if (asked !== undefined && asked > LONGEST_WAIT) return false;
  if (status === 429 && asked === undefined) return false;
  // The first try's connection was cut, and the server still works on it.
  if (status === 409) return isInProgress(error.data) ? undefined : false;
  return undefined;
}

function isInProgress(data: unknown): boolean {
  return (data as { code?: unknown } | null | undefined)?.code === 'request_in_progress';
}
