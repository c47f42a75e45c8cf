import type { Config } from '../config.js';
import { isLoopbackName } from '../settings.js';

/** Where a request comes from, as its headers prove it. */
export type Source = 'same' | 'allowed' | 'refused';

type OriginSettings = Pick<Config, 'givenPublicUrl' | 'allowedOrigins' | 'host' | 'port'>;

/** Origins under which this server is itself. */
function isOwn(origin: string, host: string, config: OriginSettings): boolean {
  if (origin === config.givenPublicUrl) return true;
  // Behind no proxy and without a given name, whatever name the browser used for us is ours.
  if (config.givenPublicUrl === undefined) return origin === `http://${host}`;
  return isLoopbackName(config.host) && origin === `http://${host}` && isLoopbackName(new URL(origin).hostname);
}

/**
 * Judges `Origin` and `Sec-Fetch-Site`. Browsers send the first with every write and every cross-origin read, so a
 * request with neither comes from a program, which no page can steer.
 */
export function sourceOf(headers: { origin: string | undefined; fetchSite: string | undefined; host: string }, config: OriginSettings): Source {
  const { origin, fetchSite, host } = headers;
  if (origin !== undefined) {
    if (isOwn(origin, host, config)) return 'same';
    return config.allowedOrigins.includes(origin) ? 'allowed' : 'refused';
  }
  return fetchSite === undefined || fetchSite === 'same-origin' || fetchSite === 'none' ? 'same' : 'refused';
}

const ALLOWED_HEADERS = 'Accept-Language, Authorization, Content-Type, Idempotency-Key, Sign-Up-Secret';

/** No `Allow-Credentials`: a page of another origin has its own bearer token and never the cookie. */
export function corsHeaders(origin: string): Record<string, string> {
  return { 'Access-Control-Allow-Origin': origin, 'Access-Control-Expose-Headers': 'Retry-After' };
}

export function preflightHeaders(origin: string, methods: readonly string[]): Record<string, string> {
  return {
    ...corsHeaders(origin),
    'Access-Control-Allow-Methods': methods.join(', '),
    'Access-Control-Allow-Headers': ALLOWED_HEADERS,
    'Access-Control-Max-Age': '600',
  };
}
