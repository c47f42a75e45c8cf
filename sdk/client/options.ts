/** Where a bearer token lives between two calls. */
export interface TokenStorage {
  get(): string | undefined;
  /** `undefined` forgets it. */
  set(token: string | undefined): void;
}

/** How failed calls are tried again. Only those that can't be done twice by it ever are. */
export interface RetryOptions {
  /** Tries after the first, 0 to 2; 2 by default. */
  limit?: number;
  /** Milliseconds before the second try, half of it random; the next wait is twice as long. 300 by default. */
  delay?: number;
}

/** What a client needs to know. Everything is optional in a page that its backend serves. */
export interface ClientOptions {
  /**
   * Where the backend is: the origin of the page by default, required elsewhere. It may hold a path, under which `/v1` is;
   * a relative one starts from the origin, wherever the page is.
   */
  baseUrl?: string | URL;
  /**
   * How a session is kept: by the browser in a cookie that no script reads, or as a token in `tokenStorage`, for Node and
   * for backends of another site. `cookie` by default.
   */
  transport?: 'cookie' | 'bearer';
  /** With `bearer` only; in memory by default. */
  tokenStorage?: TokenStorage;
  /** Stands in for the global `fetch`. */
  fetch?: typeof fetch;
  /** Milliseconds for each try, its answer's body included; 10,000 by default. */
  timeout?: number;
  /** Language for what the backend writes itself, as `fr` or `en`; asked for at each call. */
  locale?: () => string;
  retry?: RetryOptions;
}
