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
    const type = c.res.headers.get('Content-Type') ?? '';
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'no-referrer');
    c.header('X-Frame-Options', 'DENY');
    c.header('Cross-Origin-Opener-Policy', 'same-origin');
    c.header('Cross-Origin-Resource-Policy', 'same-origin');
    c.header('Permissions-Policy', 'camera=(), geolocation=(), microphone=()');
    // The browser's own PDF viewer is made of what a policy would forbid; a page may bring a stricter one.
    const hasOwn = type.startsWith('application/pdf') || c.res.headers.has('Content-Security-Policy');
    if (!hasOwn) c.header('Content-Security-Policy', type.startsWith('text/html') ? PAGES : DATA);
    if (config.publicUrl.startsWith('https:')) c.header('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
  };
}
