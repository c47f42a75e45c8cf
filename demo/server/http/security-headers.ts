import type { MiddlewareHandler } from 'hono';
import type { Config } from '../config.js';
import type { Environment } from './environment.js';

const PAGES = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const DATA = "default-src 'none'; frame-ancestors 'none'";

/** Headers that every answer has; scripts of pages come from this origin alone, and nothing else may frame them. */
export function securityHeaders(config: Pick<Config, 'publicUrl'>): MiddlewareHandler<Environment> {
  return async (c, next) => {
    await next();
    // Not by `c.header`, which makes the whole answer anew each time once there is one.
    const { headers } = c.res;
    const type = headers.get('Content-Type') ?? '';
    headers.set('X-Content-Type-Options', 'nosniff');
    headers.set('Referrer-Policy', 'no-referrer');
    headers.set('X-Frame-Options', 'DENY');
    headers.set('Cross-Origin-Opener-Policy', 'same-origin');
    headers.set('Cross-Origin-Resource-Policy', 'same-origin');
    headers.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=()');
    // The browser's own PDF viewer is made of what a policy would forbid; a page may bring a stricter one.
    const hasOwn = type.startsWith('application/pdf') || headers.has('Content-Security-Policy');
    if (!hasOwn) headers.set('Content-Security-Policy', type.startsWith('text/html') ? PAGES : DATA);
    if (config.publicUrl.startsWith('https:')) headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
  };
}
