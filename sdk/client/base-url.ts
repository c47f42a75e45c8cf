/**
 * Says where the backend is, in full, so that no `<base>` of a page can send what is typed elsewhere.
 *
 * @throws {TypeError} when there is no page to take the origin from, or the address makes no sense.
 */
export function resolveBase(baseUrl: string | URL = ''): URL {
  const base = parse(baseUrl);
  // `fetch` takes no credentials in an address, and would quote them in its error.
  if (!base || !/^https?:$/.test(base.protocol) || base.username || base.password) {
    throw new TypeError('baseUrl must be the http(s) address of the backend; outside a page it is required');
  }
  base.search = '';
  base.hash = '';
  return base;
}

/** What the browser may send along: cookies cross to another origin only when asked for. */
export function credentialsFor(base: URL, transport: 'cookie' | 'bearer'): RequestCredentials {
  if (transport === 'bearer') return 'omit';
  return base.origin === globalThis.origin ? 'same-origin' : 'include';
}

function parse(baseUrl: string | URL): URL | undefined {
  try {
    // Node has no origin and a sandboxed page a `null` one; an absolute address needs none.
    return new URL(baseUrl, globalThis.origin === 'null' ? undefined : globalThis.origin);
  } catch {
    return undefined;
  }
}
