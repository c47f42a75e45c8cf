import type { ClientOptions, TokenStorage } from './options.js';

/** Visible ASCII only: whatever else stands in a storage is no token, and `Headers` would quote it in its error. */
const HEADER_VALUE = /^[!-~]{1,512}$/;

/** A secret that may go into a header as it is. */
export function isHeaderSecret(value: unknown): value is string {
  return typeof value === 'string' && HEADER_VALUE.test(value);
}

/** Keeps the token for as long as the client lives. */
function memoryStorage(): TokenStorage {
  let token: string | undefined;
  return {
    get: () => token,
    set: (value) => {
      token = value;
    },
  };
}

/** Where a client keeps its token: nowhere when the browser keeps the session in a cookie. */
export function tokensOf({ transport, tokenStorage }: ClientOptions): TokenStorage | undefined {
  return transport === 'bearer' ? (tokenStorage ?? memoryStorage()) : undefined;
}
