import { fileURLToPath } from 'node:url';
import type { Hono, MiddlewareHandler } from 'hono';
import * as z from 'zod/mini';
import { readJson } from '../http/body.js';
import { clientAddress, isLoopbackAddress } from '../http/client-address.js';
import type { Environment } from '../http/environment.js';
import { judge } from '../http/judge.js';
import { sourceOf } from '../http/origins.js';
import { serveFile } from '../http/static-files.js';
import type { OpenContext } from '../open-context.js';
import { Refusal } from '../refusal.js';
import { disownClaim } from '../services/claims/disown-claim.js';
import { isLoopbackName } from '../settings.js';
import { listLetters, readLetterFile } from './letters.js';
import { listMails } from './mails.js';
import { resetAll } from './reset.js';

const CONSOLE = fileURLToPath(new URL('../../qa', import.meta.url));

const clockBody = z.union([
  z.strictObject({ now: z.iso.datetime({ offset: true }) }),
  z.strictObject({ advanceSeconds: z.number().check(z.gte(-10 * 366 * 86_400), z.lte(10 * 366 * 86_400)) }),
]);

/**
 * Lets in whoever reached this server under its own name, or from this machine under a name of the loopback, and from no
 * other page. A page elsewhere that has its own name resolve to 127.0.0.1 still sends that name; someone elsewhere who
 * writes "localhost" still has an address of elsewhere.
 */
function ownPageOnly({ config }: OpenContext['context']): MiddlewareHandler<Environment> {
  return async (c, next) => {
    const host = c.req.header('Host') ?? new URL(c.req.url).host;
    const name = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '';
    const address = clientAddress(c.env?.incoming?.socket?.remoteAddress, c.req.header('X-Forwarded-For'), config.trustedProxies);
    const ownName = isLoopbackName(name) ? isLoopbackAddress(address) : new URL(config.publicUrl).host === host;
    const source = sourceOf({ origin: c.req.header('Origin'), fetchSite: c.req.header('Sec-Fetch-Site'), host }, config);
    if (!ownName || source !== 'same') throw new Refusal('origin_refused');
    c.set('operation', 'qa');
    c.header('Cache-Control', 'no-store');
    await next();
  };
}

/** The console: mails, letters, the clock, and a fresh start. */
export function mountQa(app: Hono<Environment>, opened: OpenContext): void {
  const { context, jobs } = opened;
  const { clock, db } = context;
  const guard = ownPageOnly(context);
  app.use('/qa', guard);
  app.use('/qa/*', guard);

  app.get('/qa', async (c) => (await serveFile(c, CONSOLE, 'index.html')) ?? c.notFound());
  app.get('/qa/clock', async (c) => c.json({ now: (await clock.now(db)).toISOString() }));
  app.put('/qa/clock', async (c) => {
    const asked = judge(clockBody, await readJson(c.req.raw)) as z.infer<typeof clockBody>;
    if ('now' in asked) await clock.set(db, new Date(asked.now));
    else await clock.advance(db, asked.advanceSeconds);
    await jobs.tick();
    return c.json({ now: (await clock.now(db)).toISOString() });
  });
  app.post('/qa/reset', async (c) => {
    await resetAll(context);
    return c.body(null, 204);
  });
  app.get('/qa/mails', async (c) => c.json({ results: await listMails(opened) }));
  app.get('/qa/letters', async (c) => c.json({ results: await listLetters(context) }));
  app.get('/qa/letters/:file{[0-9a-zA-Z_-]+\\.pdf}', async (c) => {
    const bytes = await readLetterFile(context, c.req.param('file').slice(0, -'.pdf'.length));
    return bytes ? c.body(bytes, 200, { 'Content-Type': 'application/pdf' }) : c.notFound();
  });
  // By telephone for real: whoever answers does this for the structure that rings up.
  app.post('/qa/letters/:letterId{[0-9a-zA-Z_-]+}/disown', async (c) => {
    await disownClaim(context, c.req.param('letterId'));
    return c.body(null, 204);
  });
  app.get('/qa/:name{[^/]+}', async (c) => (await serveFile(c, CONSOLE, c.req.param('name'))) ?? c.notFound());
}
