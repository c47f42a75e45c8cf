import type { Hono } from 'hono';
import type { Context } from '../context.js';
import { isMigrated } from '../store/migrate.js';
import { clientAddress, isLoopbackAddress } from './client-address.js';
import type { Environment } from './environment.js';
import type { Metrics } from './metrics.js';

const READY_WITHIN_MS = 2000;

async function isReady({ db }: Context): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), READY_WITHIN_MS);
  });
  try {
    return await Promise.race([isMigrated(db), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

async function gauges({ db }: Context): Promise<Record<string, number>> {
  const [row] = await db.query<{ mails: number; sessions: number }>(
    `SELECT (SELECT count(*) FROM mails WHERE state = 'queued')::integer AS mails, (SELECT count(*) FROM sessions)::integer AS sessions`,
  );
  return { bdt_mails_queued: row?.mails ?? 0, bdt_sessions: row?.sessions ?? 0 };
}

/** Whether the process lives, whether it can work, and what it has done. */
export function mountHealth(app: Hono<Environment>, context: Context, metrics: Metrics): void {
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => ((await isReady(context)) ? c.json({ status: 'ready' }) : c.json({ status: 'not_ready' }, 503)));
  app.get('/metrics', async (c) => {
    const address = clientAddress(c.env?.incoming?.socket?.remoteAddress, c.req.header('X-Forwarded-For'), context.config.trustedProxies);
    // A proxy on this machine that nobody named as trusted would show them to the world.
    const isPassedOn = ['X-Forwarded-For', 'Forwarded', 'Via'].some((name) => c.req.header(name) !== undefined);
    if (isPassedOn || !isLoopbackAddress(address)) return c.notFound();
    return c.text(metrics.print(await gauges(context)), 200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' });
  });
}
