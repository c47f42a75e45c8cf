import { Agent, request as send } from 'node:http';

export interface Reply {
  readonly status: number;
  readonly text: string;
  /** From the first byte sent to the last received, in milliseconds. */
  readonly ms: number;
}

export interface Request {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
}

/** Sends requests over connections that stay open; lighter than `fetch`, which would take the cores that are measured. */
export class Sender {
  readonly #agent: Agent;

  /** @param connections - Requests under way at once, per server; the others wait their turn here. */
  constructor(connections: number) {
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  ask(url: string, asked: Request = {}): Promise<Reply> {
    const { method = 'GET', headers = {}, body } = asked;
    const text = body === undefined ? undefined : JSON.stringify(body);
    const type = text === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(text)) };
    return new Promise((resolve, reject) => {
      let started = performance.now();
      const request = send(url, { agent: this.#agent, method, headers: { ...type, ...headers } }, (response) => {
        let received = '';
        response.setEncoding('utf8').on('data', (part: string) => (received += part));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text: received, ms: performance.now() - started }));
        response.on('error', reject);
      });
      request.on('socket', () => (started = performance.now()));
      request.on('error', (error: NodeJS.ErrnoException) => {
        // A connection that the server ended while nobody used it: nothing was done, as RFC 9112, 9.3.1 says.
        const wasIdle = request.reusedSocket && error.code === 'ECONNRESET';
        if (wasIdle) this.ask(url, asked).then(resolve, reject);
        else reject(error);
      });
      request.end(text);
    });
  }

  /** @throws when the answer is a refusal. */
  async json<T>(url: string, request?: Request): Promise<T> {
    const { status, text } = await this.ask(url, request);
    if (status >= 400) throw new Error(`${request?.method ?? 'GET'} ${new URL(url).pathname}: ${status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** How often each outcome came: the status, and the code of a refusal. */
export function tally(replies: readonly Reply[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status, text } of replies) {
    const code = status >= 400 ? ` ${(JSON.parse(text) as { code: string }).code}` : '';
    counts[status + code] = (counts[status + code] ?? 0) + 1;
  }
  return counts;
}
