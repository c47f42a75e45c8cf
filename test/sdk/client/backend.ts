import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came over the wire. */
export interface Received {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** What a backend does with one request. `cut` breaks the connection before, `cutInBody` in the middle of the answer. */
export type Reply =
  | { status: number; json?: unknown; text?: string; headers?: Record<string, string>; delay?: number; cutInBody?: boolean }
  | 'cut'
  | 'silence';

/** A real server on a free port, which answers what it is told, in turn; the last reply is repeated. */
export class Backend {
  readonly received: Received[] = [];
  #replies: Reply[] = [];
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  static async start(): Promise<Backend> {
    const backend = new Backend();
    backend.#server.listen(0, '127.0.0.1');
    await once(backend.#server, 'listening');
    return backend;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The last request. */
  get last(): Received {
    const last = this.received.at(-1);
    if (!last) throw new Error('nothing was received');
    return last;
  }

  willReply(...replies: Reply[]): void {
    this.received.length = 0;
    this.#replies = replies;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = '', url = '', headers } = request;
    this.received.push({ method, url, headers, body: Buffer.concat(chunks).toString() });

    const reply = this.#replies.length > 1 ? this.#replies.shift() : this.#replies[0];
    if (!reply || reply === 'silence') return;
    if (reply === 'cut') {
      request.socket.destroy();
      return;
    }
    if (reply.delay) await new Promise((resolve) => setTimeout(resolve, reply.delay));
    const text = reply.text ?? (reply.json === undefined ? '' : JSON.stringify(reply.json));
    const type = reply.status < 400 ? 'application/json' : 'application/problem+json';
    response.writeHead(reply.status, { ...(text && { 'content-type': type, 'content-length': String(Buffer.byteLength(text)) }), ...reply.headers });
    if (!reply.cutInBody) {
      response.end(text);
      return;
    }
    response.write(text.slice(0, Math.ceil(text.length / 2)), () => request.socket.destroy());
  }
}

/** A refusal as the wire carries it. */
export function refusal(status: number, code: string, more: object = {}): Extract<Reply, object> {
  return { status, json: { type: 'about:blank', title: code, status, code, ...more } };
}

export const account = {
  accountId: 'a1',
  loginId: 'zoel123',
  civility: 'mrs',
  firstName: 'Zoé',
  lastName: 'Lhostis',
  email: 'zoe.lhostis@mairie.example',
};

export const session = { account, idleExpiresIn: 1800, expiresIn: 43_200 };

export const signUp = {
  signUpId: 's1',
  state: 'pending',
  email: 'zoe.lhostis@mairie.example',
  codeLength: 4,
  codeExpiresIn: 600,
  triesLeft: 5,
  resendIn: 60,
  mailsLeft: 2,
  mail: { from: 'nepasrepondre@portail.example', subject: 'Votre code' },
};

export const structure = {
  siret: '73282932000074',
  siren: '732829320',
  name: 'ATELIERS DE LA RADE',
  address: '3 QUAI DE LA DOUANE',
  postcode: '29200',
  town: 'BREST',
  closed: false,
  sector: 'companies',
  constructed: [],
};

export const structurePage = { results: [structure], total: 1, page: 1, pageSize: 25 };

/** What someone typed to sign up. */
export const signUpInput = {
  civility: 'mrs',
  firstName: 'Zoé',
  lastName: 'Lhostis',
  email: 'zoe.lhostis@mairie.example',
  password: 'Marée basse 29',
  sector: 'local_authorities',
  offers: { accepted: false, wording: 'Oui, je veux recevoir les offres.' },
  terms: { termsVersion: '2026-01', privacyVersion: '2026-01' },
  locale: 'fr',
} as const;

/** What a promise rejects with; a failure when it doesn't. */
export async function failureOf(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    return error as Error;
  }
  throw new Error('it was expected to fail');
}
