import { mkdtemp, rm } from 'node:fs/promises';
import { BlockList } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp, type App } from '../../../demo/server/app.js';
import type { Config } from '../../../demo/server/config.js';
import type { Context } from '../../../demo/server/context.js';
import { openLogger } from '../../../demo/server/logger.js';
import { openContext, type ContextParts } from '../../../demo/server/open-context.js';
import { listMails, type ShownMail } from '../../../demo/server/qa/mails.js';
import { resetAll } from '../../../demo/server/qa/reset.js';
import type { Database } from '../../../demo/server/store/database.js';

/** What a request may say besides method and path. */
export interface TestRequest {
  readonly headers?: Record<string, string>;
  /** Sent as JSON; text is sent as it is, as JSON too. */
  readonly body?: unknown;
  /** Address of the client. */
  readonly address?: string;
}

export interface TestReply {
  readonly status: number;
  readonly headers: Headers;
  /** The body as it came. */
  readonly text: string;
  /** The body as JSON, of the type that the test knows it to have. */
  as<T>(): T;
}

export interface TestServerOptions {
  /** Settings that differ from those of a test: QA on, limits of requests out of the way. */
  readonly settings?: Partial<Config>;
  readonly parts?: Omit<ContextParts, 'db'>;
  /** Another server, to stand beside it on the same database. */
  readonly beside?: TestServer;
}

/** A whole server in this process, without a port. */
export interface TestServer {
  readonly context: Context;
  readonly app: App;
  /** All that was logged, one line each. */
  readonly logged: string[];
  request(method: string, path: string, request?: TestRequest): Promise<TestReply>;
  /** Mails that were kept, the newest first. */
  mails(): Promise<ShownMail[]>;
  /** Moves the application's clock, and runs nothing. */
  advance(seconds: number): Promise<void>;
  /** Runs what is due, and every queued job, now. */
  runDue(): Promise<void>;
  /** Lets the jobs run by themselves, as they do in production. */
  startJobs(): Promise<void>;
  /** Looks for jobs whose process died, as happens every half minute. */
  superviseJobs(): Promise<void>;
  /** Forgets everybody, as the console does: cheaper than another server. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

const PLENTY = { perMinute: 1_000_000, sensitivePerMinute: 1_000_000 };

function testConfig(folder: string, settings: Partial<Config>): Config {
  return {
    port: 8080,
    host: '127.0.0.1',
    dataDir: folder,
    databaseUrl: undefined,
    smtpUrl: undefined,
    mailFrom: 'Espace personnel <ne-pas-repondre@portail.example>',
    letterDir: join(folder, 'letters'),
    givenPublicUrl: undefined,
    publicUrl: 'http://localhost',
    allowedOrigins: [],
    secretKey: 'a key for tests, known to everybody who reads this',
    trustedProxies: new BlockList(),
    qa: true,
    directory: 'embedded',
    requests: PLENTY,
    ...settings,
  };
}

/** @param openDatabase - Gives a database of its own, closed with the server. */
export async function openTestServer(openDatabase: () => Promise<Database>, options: TestServerOptions = {}): Promise<TestServer> {
  const { settings = {}, parts = {}, beside } = options;
  const folder = await mkdtemp(join(tmpdir(), 'bdt-server-'));
  // The other server closes it.
  const db = beside ? { ...beside.context.db, close: async () => {} } : await openDatabase();
  const logged: string[] = [];
  const log = openLogger('debug', { write: (line: string) => void logged.push(line) });
  const opened = await openContext(testConfig(folder, settings), log, { ...parts, db });
  const app = createApp(opened, { checkAnswers: true });
  const { context, jobs } = opened;
  return {
    context,
    app,
    logged,
    async request(method, path, { headers = {}, body, address = '127.0.0.1' } = {}) {
      const sent = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
      const response = await app.request(
        path,
        { method, headers: sent === undefined ? headers : { 'Content-Type': 'application/json', ...headers }, body: sent },
        { incoming: { socket: { remoteAddress: address } } },
      );
      const text = await response.text();
      return { status: response.status, headers: response.headers, text, as: <T>() => JSON.parse(text) as T };
    },
    mails: () => listMails({ context, jobs }),
    advance: (seconds) => context.clock.advance(context.db, seconds),
    runDue: () => jobs.runDue(),
    startJobs: () => jobs.start(),
    superviseJobs: () => jobs.supervise(),
    async reset() {
      await resetAll(context);
      logged.length = 0;
    },
    async close() {
      await opened.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
