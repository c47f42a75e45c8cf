import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { readPdf } from '../../server/letter/reading.js';
import { startMailServer, type MailServer } from '../../server/mail/mail-server.js';

/** On what the backend runs: the database, and whether mails go through a real SMTP server or stay in the console. */
export interface BackendKind {
  readonly engine: 'pglite' | 'postgres';
  readonly smtp: boolean;
  /** Another origin whose pages may call it. */
  readonly allowedOrigin?: string;
}

export interface ReceivedMail {
  readonly subject: string;
  readonly text: string;
}

/** A backend in a process of its own, as `npm start` runs it. */
export interface Backend {
  readonly url: string;
  /** The newest mail to an address whose subject or text has these words; waits for it, 15 s at most. */
  mailTo(address: string, words: string): Promise<ReceivedMail>;
  /** All mails to an address so far, the newest first. */
  mailsTo(address: string): Promise<ReceivedMail[]>;
  /** Everything printed on the newest letter that has left; waits for it, and until there are so many in all. */
  letterText(count?: number): Promise<string>;
  /** Letters that were ordered so far, whatever became of them. */
  letterCount(): Promise<number>;
  advance(seconds: number): Promise<void>;
  /** Everything logged so far. */
  logs(): string;
  /** Ends the process: nobody answers until {@link Backend.resume}. */
  pause(): Promise<void>;
  /** Starts another process on the same data and port. */
  resume(): Promise<void>;
  /** Both, one after the other. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const PATIENCE_MS = 15_000;

async function eventually<Found>(what: string, look: () => Promise<Found | undefined>): Promise<Found> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

async function makeDatabase(adminUrl: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `journey_${randomBytes(6).toString('hex')}`;
  const run = async (sql: string) => {
    const client = new pg.Client({ connectionString: adminUrl });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  await run(`CREATE DATABASE ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
}

async function launch(env: NodeJS.ProcessEnv, log: (line: string) => void): Promise<Running> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'demo/server/main.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stderr?.setEncoding('utf8').on('data', log);
  const lines = createInterface({ input: child.stdout! });
  const first = await Promise.race([
    once(lines, 'line').then(([line]) => line as string),
    once(child, 'exit').then(() => undefined),
  ]);
  if (first === undefined) throw new Error('The backend did not start.');
  return { child, url: first };
}

async function end({ child }: Running): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/**
 * Starts a backend on data of its own.
 *
 * @throws when the engine is PostgreSQL and `TEST_DATABASE_URL` isn't set.
 */
export async function startBackend({ engine, smtp, allowedOrigin }: BackendKind): Promise<Backend> {
  const folder = await mkdtemp(join(tmpdir(), 'bdt-journey-'));
  const database = engine === 'postgres' ? await makeDatabase(process.env.TEST_DATABASE_URL ?? '') : undefined;
  const postOffice: MailServer | undefined = smtp ? await startMailServer() : undefined;
  let logged = '';
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    PORT: '0',
    DATA_DIR: folder,
    LETTER_DIR: join(folder, 'letters'),
    QA: 'on',
    QA_REQUESTS_PER_MINUTE: '100000',
    ...(allowedOrigin && { ALLOWED_ORIGINS: allowedOrigin }),
    ...(database && { DATABASE_URL: database.url, SECRET_KEY: randomBytes(32).toString('hex') }),
    ...(postOffice && { SMTP_URL: postOffice.url, MAIL_FROM: 'Portail <portail@exemple.fr>' }),
  };
  let running = await launch(env, (line) => (logged += line));
  const { url } = running;

  async function resume(): Promise<void> {
    running = await launch({ ...env, PORT: new URL(url).port }, (line) => (logged += line));
  }

  async function letters(): Promise<{ url: string; state: string }[]> {
    const response = await fetch(`${url}/qa/letters`);
    return ((await response.json()) as { results: { url: string; state: string }[] }).results;
  }

  async function mails(address: string): Promise<ReceivedMail[]> {
    if (postOffice) {
      return postOffice.caught
        .filter(({ recipients }) => recipients.includes(address))
        .map(({ mail }) => ({ subject: mail.subject ?? '', text: mail.text ?? '' }))
        .reverse();
    }
    const response = await fetch(`${url}/qa/mails`);
    const { results } = (await response.json()) as { results: (ReceivedMail & { to: string })[] };
    return results.filter(({ to }) => to === address);
  }

  return {
    url,
    mailTo: (address, words) =>
      eventually(`a mail with "${words}"`, async () =>
        (await mails(address)).find(({ subject, text }) => subject.includes(words) || text.includes(words)),
      ),
    mailsTo: mails,
    letterText: (count = 1) =>
      eventually('a letter', async () => {
        const all = await letters();
        const sent = all.find(({ state }) => state === 'sent');
        if (!sent || all.length < count || all.some(({ state }) => state === 'queued')) return undefined;
        const pdf = await fetch(new URL(sent.url, url));
        return (await readPdf(new Uint8Array(await pdf.arrayBuffer()))).text;
      }),
    letterCount: async () => (await letters()).length,
    async advance(seconds) {
      await fetch(`${url}/qa/clock`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ advanceSeconds: seconds }),
      });
    },
    logs: () => logged,
    pause: () => end(running),
    resume,
    async restart() {
      await end(running);
      await resume();
    },
    async stop() {
      await end(running);
      await postOffice?.close();
      await database?.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The four digits that a mail carries. */
export function codeIn({ subject }: ReceivedMail): string {
  return /\b(\d{4,8})\b/.exec(subject)?.[1] ?? '';
}

/** The code as a letter prints it. */
export function activationCodeIn(letter: string): string {
  return /\b[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}\b/.exec(letter)?.[0] ?? '';
}
