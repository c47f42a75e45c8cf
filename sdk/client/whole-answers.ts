/** Statuses whose answer may have no body. */
const EMPTY = new Set([204, 205, 304]);

/**
 * A `fetch` that hands an answer over once its body is all there, so that a body that is cut or too slow counts as no
 * answer: the time limit holds for it, and it is tried again where that is safe.
 */
export function wholeAnswers(fetch: typeof globalThis.fetch = (...args) => globalThis.fetch(...args)): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    const { status, statusText, headers } = response;
    const body = await response.text();
    return new Response(EMPTY.has(status) ? null : body, { status, statusText, headers });
  };
}
