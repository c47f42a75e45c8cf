import type { Context as HonoContext } from 'hono';

/** What the HTTP layer keeps beside a request. */
export interface Environment {
  /** Node's request, when there is a real connection. */
  Bindings: { incoming?: { socket?: { remoteAddress?: string } } };
  Variables: {
    /** Number of the request in the log, told in refusals. */
    requestId: string;
    /** Name of the operation, for log and counts. */
    operation: string;
  };
}

export type HttpContext = HonoContext<Environment>;
