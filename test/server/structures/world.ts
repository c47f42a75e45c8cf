import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { COMMON_ERRORS, operations, type AnswerOf, type ErrorCode, type Operation, type OperationName } from '../../../src/contract.js';
import { readSettings, withPort } from '../../../demo/server/config.js';
import type { Context } from '../../../demo/server/context.js';
import { insertClients } from '../../../demo/server/directory/clients.js';
import { insertRows } from '../../../demo/server/directory/rows.js';
import { EMBEDDED } from '../../../demo/server/directory/schema.js';
import { SqlDirectory } from '../../../demo/server/directory/sql-search.js';
import { judge } from '../../../demo/server/http/judge.js';
import type { MailOf, Template } from '../../../demo/server/mail/mail.js';
import { openContext, type OpenContext } from '../../../demo/server/open-context.js';
import { Refusal, type RefusalDetails } from '../../../demo/server/refusal.js';
import type { Call } from '../../../demo/server/routes/handlers.js';
import { structureHandlers } from '../../../demo/server/routes/structure-routes.js';
import type { Database } from '../../../demo/server/store/database.js';
import { openPglite } from '../../../demo/server/store/pglite.js';
import { openPostgres } from '../../../demo/server/store/postgres.js';
import { readPdf } from '../letter/reading.js';
import { towns } from './towns.js';

type Name = keyof typeof structureHandlers & OperationName;
type Ops = typeof operations;

/** Parts of a request, as they come over the wire. */
export interface Asked {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** What a refusal said. */
export type Refused = { code: ErrorCode } & RefusalDetails;

/** Somebody with an account and a session. */
export interface Someone {
  readonly accountId: string;
  readonly email: string;
  readonly name: string;
  /** @throws {Refusal} when it is refused. */
  call<N extends Name>(name: N, asked?: Asked): Promise<AnswerOf<Ops[N]>>;
  /** @throws when it isn't refused. */
  refused(name: Name, asked?: Asked): Promise<Refused>;
}

export interface World {
  readonly opened: OpenContext;
  readonly context: Context;
  /** SIRET of a structure that nobody in these tests has met yet. */
  town(kind?: 'client' | 'no client'): string;
  person(firstName: string, lastName: string): Promise<Someone>;
  people(howMany: number): Promise<Someone[]>;
  /** Runs what is due and every queued job. */
  work(): Promise<void>;
  advance(time: { days?: number; seconds?: number }): Promise<void>;
  mails<T extends Template>(someone: Someone, template: T): Promise<MailOf<T>[]>;
  /** Names of the files in the letters' folder. */
  letterFiles(): Promise<string[]>;
  letterText(letterId: string): Promise<string>;
  /** The code as the legal representative reads it. */
  codeIn(letterId: string): Promise<string>;
  close(): Promise<void>;
}

/** Calls one operation as the HTTP layer does once it knows the caller, and holds the answer to the contract. */
async function callOperation(context: Context, accountId: string | undefined, name: Name, asked: Asked): Promise<unknown> {
  const op = operations[name] as unknown as Operation;
  const call = {
    params: op.params && judge(op.params, asked.params),
    query: op.query && judge(op.query, asked.query ?? {}),
    body: op.body && judge(op.body, asked.body),
    caller: { accountId, sessionId: accountId, signUpSecret: undefined, address: '127.0.0.1' },
    keep: async () => {},
  } as unknown as Call<OperationName>;
  const handler = structureHandlers[name] as unknown as (context: Context, call: Call<OperationName>) => Promise<unknown>;
  try {
    const answer = await handler(context, call);
    return op.answer ? judge(op.answer, answer) : undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const known: readonly string[] = [...op.errors, ...COMMON_ERRORS];
    if (!known.includes(error.code)) throw new Error(`${name} does not list ${error.code}`, { cause: error });
    throw error;
  }
}

export function someone(context: Context, accountId: string | undefined, name: string, email: string): Someone {
  return {
    accountId: accountId ?? '',
    name,
    email,
    call: (operation, asked = {}) => callOperation(context, accountId, operation, asked) as never,
    async refused(operation, asked = {}) {
      try {
        await callOperation(context, accountId, operation, asked);
      } catch (error) {
        if (error instanceof Refusal) return { code: error.code, ...error.details };
        throw error;
      }
      throw new Error(`${operation} was not refused`);
    },
  };
}

async function addAccount(context: Context, firstName: string, lastName: string): Promise<Someone> {
  const accountId = randomUUID();
  const email = `${accountId}@mairie.example`;
  await context.db.query(
    `INSERT INTO accounts (account_id, login_id, civility, first_name, last_name, email, email_key, sector, locale, password_hash, created_at)
     VALUES ($1, $1, 'mrs', $2, $3, $4, $4, 'local_authorities', 'fr', 'none', $5)`,
    [accountId, firstName, lastName, email, await context.clock.now(context.db)],
  );
  return someone(context, accountId, `${firstName} ${lastName}`, email);
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

async function freshPostgres(server: string): Promise<Database> {
  const name = `structures_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const db = openPostgres(url.href);
  return {
    ...db,
    async close() {
      await db.close();
      await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

/** A few dozen made-up towns. */
async function openTowns(db: Database): Promise<void> {
  await insertRows(db, EMBEDDED, towns.rows);
  await insertClients(db, new Map(towns.clients.map((siret, index) => [siret, String(500_000 + index)])));
}

/** @param wholeDirectory - The demonstration's 36,000 structures instead of a few dozen towns. */
async function openWorld(db: Database, wholeDirectory = false): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'bdt-structures-'));
  const settings = readSettings({ DATA_DIR: folder, QA: 'on', SECRET_KEY: 'k'.repeat(64), QA_REQUESTS_PER_MINUTE: '1000000' });
  const config = withPort(settings, 8080);
  const directory = wholeDirectory ? undefined : new SqlDirectory(db, EMBEDDED);
  const opened = await openContext(config, pino({ level: 'silent' }), { db, ...(directory && { directory }) });
  if (directory) await openTowns(db);
  const { context, jobs } = opened;
  const fresh = { client: [...towns.clients], 'no client': [...towns.others] };
  const pdf = (letterId: string) => readFile(join(config.letterDir, `${letterId}.pdf`));
  const text = async (letterId: string) => (await readPdf(new Uint8Array(await pdf(letterId)))).text;
  return {
    opened,
    context,
    town(kind = 'client') {
      const siret = fresh[kind].shift();
      if (siret === undefined) throw new Error('no town left');
      return siret;
    },
    person: (firstName, lastName) => addAccount(context, firstName, lastName),
    people: (howMany) => Promise.all(Array.from({ length: howMany }, () => addAccount(context, 'Agent', 'Durand'))),
    work: () => jobs.runDue(),
    advance: ({ days = 0, seconds = 0 }) => context.clock.advance(db, days * 86_400 + seconds),
    async mails<T extends Template>(to: Someone, template: T) {
      const kept = await jobs.kept.list(db, 10_000);
      return kept.filter((each) => each.to === to.email && each.mail.template === template).map((each) => each.mail as unknown as MailOf<T>);
    },
    letterFiles: () => readdir(config.letterDir).catch(() => []),
    letterText: text,
    async codeIn(letterId) {
      const code = /\b[0-9A-Z]{5}-[0-9A-Z]{5}\b/.exec(await text(letterId))?.[0];
      if (code === undefined) throw new Error('no code in the letter');
      return code;
    },
    async close() {
      await opened.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const server = process.env.TEST_DATABASE_URL;

/** PGlite always, PostgreSQL when `TEST_DATABASE_URL` names a server. */
export const engines = [
  { engine: 'PGlite', skip: false as const, open: async (wholeDirectory?: boolean) => openWorld(await openPglite(), wholeDirectory) },
  {
    engine: 'PostgreSQL',
    skip: server ? (false as const) : 'no PostgreSQL: set TEST_DATABASE_URL',
    open: async (wholeDirectory?: boolean) => openWorld(await freshPostgres(server ?? ''), wholeDirectory),
  },
];
