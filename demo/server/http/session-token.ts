import { parse, serialize } from 'hono/utils/cookie';
import type { Config } from '../config.js';
import { LIMITS } from '../limits.js';

/** A session's token as a request brought it. */
export interface BroughtToken {
  readonly token: string;
  readonly transport: 'cookie' | 'bearer';
}

function isSecure(config: Pick<Config, 'publicUrl'>): boolean {
  return config.publicUrl.startsWith('https:');
}

/** `__Host-` binds the cookie to this very origin, and needs https. */
function cookieName(config: Pick<Config, 'publicUrl'>): string {
  return isSecure(config) ? '__Host-bdt_session' : 'bdt_session';
}

/**
 * The token of a request, from `Authorization` or, for our own pages only, from the cookie.
 *
 * @param sameOrigin - False for a page of another origin: whatever cookie came with it doesn't count.
 */
export function broughtToken(headers: Headers, sameOrigin: boolean, config: Pick<Config, 'publicUrl'>): BroughtToken | undefined {
  const bearer = /^Bearer ([A-Za-z0-9_-]{20,100})$/i.exec(headers.get('Authorization') ?? '')?.[1];
  if (bearer !== undefined) return { token: bearer, transport: 'bearer' };
  if (!sameOrigin) return undefined;
  const name = cookieName(config);
  const token = parse(headers.get('Cookie') ?? '', name)[name];
  return token === undefined || token === '' ? undefined : { token, transport: 'cookie' };
}

function cookie(value: string, maxAge: number, config: Pick<Config, 'publicUrl'>): string {
  return serialize(cookieName(config), value, { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(config), maxAge });
}

/** `Set-Cookie` that hands the token to the browser, out of every script's reach. */
export function sessionCookie(token: string, config: Pick<Config, 'publicUrl'>): string {
  return cookie(token, LIMITS.session.absolute, config);
}

export function endedCookie(config: Pick<Config, 'publicUrl'>): string {
  return cookie('', 0, config);
}
