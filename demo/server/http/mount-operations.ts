import type { Hono } from 'hono';
import { operations, type Operation, type OperationName, type Session } from '../../../src/contract.js';
import type { Context } from '../context.js';
import { Refusal } from '../refusal.js';
import type { Call, Caller, Handlers } from '../routes/handlers.js';
import { findSession } from '../services/accounts/sessions.js';
import { readJson } from './body.js';
import { clientAddress, countedAddress } from './client-address.js';
import type { Environment, HttpContext } from './environment.js';
import { judge } from './judge.js';
import type { Keep, KeptAnswers } from './kept-answers.js';
import { corsHeaders, preflightHeaders, sourceOf } from './origins.js';
import { problemResponse } from './problem.js';
import type { RequestCounts } from './request-counts.js';
import { broughtToken, endedCookie, sessionCookie } from './session-token.js';

/** What the HTTP layer works with. */
export interface HttpParts {
  readonly context: Context;
  readonly handlers: Handlers;
  readonly counts: RequestCounts;
  readonly answers: KeptAnswers;
  /** Checks every answer against the contract; for tests. */
  readonly checkAnswers?: boolean;
}

type AnyHandler = (context: Context, call: Call<OperationName>) => Promise<unknown>;

const all = Object.values(operations) as unknown as (Operation & { name: OperationName })[];

/** `/v1/sign-ups/{signUpId}` as the router writes it. */
const routeOf = (op: Operation) => op.path.replace(/\{(\w+)\}/g, ':$1');

function sourceOfRequest(c: HttpContext, parts: HttpParts) {
  return sourceOf(
    { origin: c.req.header('Origin'), fetchSite: c.req.header('Sec-Fetch-Site'), host: c.req.header('Host') ?? new URL(c.req.url).host },
    parts.context.config,
  );
}

async function callerOf(c: HttpContext, parts: HttpParts, op: Operation, sameOrigin: boolean, address: string): Promise<Caller> {
  const { context } = parts;
  const usesSession = op.access === 'session' || op.path === operations.signIn.path;
  const brought = usesSession ? broughtToken(c.req.raw.headers, sameOrigin, context.config) : undefined;
  const session = brought && (await findSession(context, brought));
  if (op.access === 'session' && !session) throw new Refusal('session_required');
  return {
    accountId: session?.accountId,
    sessionId: session?.sessionId,
    session: session?.session,
    signUpSecret: c.req.header('Sign-Up-Secret'),
    address,
  };
}

async function bodyOf(c: HttpContext, op: Operation): Promise<unknown> {
  if (op.method === 'GET') return undefined;
  const json = await readJson(c.req.raw);
  if (op.body) {
    // A body is JSON even when it is missing: a form of another site can send neither.
    if (json === undefined && !/^application\/json\b/i.test(c.req.header('Content-Type') ?? '')) throw new Refusal('media_type_unsupported');
    return judge(op.body, json);
  }
  const [unknown] = typeof json === 'object' && json !== null && !Array.isArray(json) ? Object.keys(json) : json === undefined ? [] : [''];
  if (unknown !== undefined) throw new Refusal('fields_invalid', { errors: [{ pointer: `/${unknown.slice(0, 100)}`, code: 'field_unknown' }] });
  return undefined;
}

function idempotencyScope(c: HttpContext, op: Operation, caller: Caller, params: unknown): string[] | undefined {
  const key = op.idempotent ? c.req.header('Idempotency-Key') : undefined;
  if (key === undefined) return undefined;
  if (!/^[\x21-\x7e]{1,64}$/.test(key)) throw new Refusal('request_malformed');
  const asker = op.access === 'session' ? caller.sessionId : op.access === 'sign_up' ? caller.signUpSecret : undefined;
  return [op.name, asker ?? '', JSON.stringify(params ?? null), key];
}

/** The token reaches a page of ours in the cookie only. */
function answerWithToken(session: Session, bearer: boolean, parts: HttpParts): { answer: Session; cookie?: string } {
  const { token, ...rest } = session;
  if (token === undefined) throw new Error('signIn gave no token');
  return bearer ? { answer: session } : { answer: rest, cookie: sessionCookie(token, parts.context.config) };
}

async function answerOperation(c: HttpContext, parts: HttpParts, op: Operation & { name: OperationName }): Promise<Response> {
  const { context, counts } = parts;
  const source = sourceOfRequest(c, parts);
  if (source === 'refused') throw new Refusal('origin_refused');
  const address = clientAddress(c.env?.incoming?.socket?.remoteAddress, c.req.header('X-Forwarded-For'), context.config.trustedProxies);
  await counts.take(countedAddress(address), 'all');
  if (op.sensitive) await counts.take(countedAddress(address), 'sensitive');

  const caller = await callerOf(c, parts, op, source === 'same', address);
  const params = op.params && judge(op.params, c.req.param());
  const query = op.query && judge(op.query, c.req.query());
  const body = await bodyOf(c, op);
  const handler = parts.handlers[op.name] as AnyHandler;
  const answerWith = (keep: Keep<unknown>) => handler(context, { params, query, body, caller, keep } as Call<OperationName>);
  const scope = idempotencyScope(c, op, caller, params);
  let answer = await (scope ? parts.answers.once(scope, body, answerWith) : answerWith(async () => {}));

  c.header('Cache-Control', 'no-store');
  if (op.name === 'signIn') {
    const { transport } = body as { transport: 'cookie' | 'bearer' };
    const signedIn = answerWithToken(answer as Session, transport === 'bearer', parts);
    if (signedIn.cookie !== undefined) c.header('Set-Cookie', signedIn.cookie);
    answer = signedIn.answer;
  }
  if (op.name === 'signOut' && source === 'same') c.header('Set-Cookie', endedCookie(context.config));
  if (parts.checkAnswers && op.answer) judge(op.answer, answer);
  return op.answer ? c.json(answer as object, op.status === 204 ? 200 : op.status) : c.body(null, 204);
}

/** Operations whose path fits, for 405 and for preflights. */
function methodsAt(path: string): string[] {
  return all
    .filter((op) => new RegExp(`^${op.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(path))
    .map((op) => op.method);
}

/** Mounts every operation of the contract, and refuses the rest of `/v1`. */
export function mountOperations(app: Hono<Environment>, parts: HttpParts): void {
  app.use('/v1/*', async (c, next) => {
    // Afterwards, because a refusal is a new answer without what was set before.
    await next();
    const origin = c.req.header('Origin');
    c.res.headers.set('Vary', 'Origin');
    if (origin !== undefined && sourceOfRequest(c, parts) === 'allowed') {
      for (const [name, value] of Object.entries(corsHeaders(origin))) c.res.headers.set(name, value);
    }
  });
  for (const op of all) {
    app.on(op.method, routeOf(op), (c) => {
      c.set('operation', op.name);
      return answerOperation(c, parts, op);
    });
  }
  app.all('/v1/*', (c) => {
    const methods = methodsAt(c.req.path);
    if (c.req.method === 'OPTIONS') {
      const origin = c.req.header('Origin');
      const source = sourceOfRequest(c, parts);
      if (origin === undefined || source !== 'allowed' || methods.length === 0) throw new Refusal('origin_refused');
      return c.body(null, 204, preflightHeaders(origin, methods));
    }
    if (methods.length === 0) throw new Refusal('not_found');
    return problemResponse(new Refusal('method_not_allowed'), c.get('requestId'), { Allow: methods.join(', ') });
  });
}
