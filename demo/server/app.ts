import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { openApiDocument } from '../../src/contract.js';
import type { Environment } from './http/environment.js';
import { mountHealth } from './http/health.js';
import { KeptAnswers } from './http/kept-answers.js';
import { mountOperations } from './http/mount-operations.js';
import { mountPages } from './http/pages.js';
import { problemResponse, refusalOf } from './http/problem.js';
import { RequestCounts } from './http/request-counts.js';
import { securityHeaders } from './http/security-headers.js';
import type { OpenContext } from './open-context.js';
import { mountQa } from './qa/mount-qa.js';
import { mountReference } from './reference/mount-reference.js';
import { Refusal } from './refusal.js';
import { handlers } from './routes/index.js';

export type App = Hono<Environment>;

function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
  return version;
}

/**
 * The whole server as one function from request to answer.
 *
 * @param options.checkAnswers - Holds every answer against the contract; for tests.
 */
export function createApp(opened: OpenContext, options: { checkAnswers?: boolean } = {}): App {
  const { context, metrics } = opened;
  const { config, db, log } = context;
  const app: App = new Hono();

  app.use('*', securityHeaders(config));
  app.use('*', async (c, next) => {
    const started = performance.now();
    const requestId = randomUUID();
    c.set('requestId', requestId);
    await next();
    c.res.headers.set('X-Request-Id', requestId);
    const operation = c.get('operation') ?? 'other';
    const seconds = (performance.now() - started) / 1000;
    metrics.request(operation, c.res.status, seconds);
    // Never the path: its parameters and query are people's.
    log.info({ requestId, operation, method: c.req.method, status: c.res.status, ms: Math.round(seconds * 1000) }, 'request');
  });

  app.onError((error, c) => {
    const { refusal, unexpected } = refusalOf(error);
    if (unexpected) log.error({ err: error, requestId: c.get('requestId'), operation: c.get('operation') }, 'request failed');
    return problemResponse(refusal, c.get('requestId'));
  });
  app.notFound((c) => problemResponse(new Refusal('not_found'), c.get('requestId')));

  mountHealth(app, context, metrics);
  mountReference(app, openApiDocument(packageVersion()));
  mountOperations(app, {
    context,
    handlers,
    counts: new RequestCounts(db, { all: config.requests.perMinute, sensitive: config.requests.sensitivePerMinute }),
    answers: new KeptAnswers(context),
    checkAnswers: options.checkAnswers,
  });
  if (config.qa) mountQa(app, opened);
  mountPages(app);
  return app;
}
