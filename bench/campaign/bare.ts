import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { openPostgres } from '../../demo/server/store/postgres.js';

/** What reading one's own data costs when nothing is judged, counted or logged: the query, behind bare Hono. */
const db = openPostgres(process.env.DATABASE_URL ?? '');
const app = new Hono();
app.get('/session/:id', async (c) => {
  const [row] = await db.query(
    `SELECT account_id, login_id, civility, first_name, last_name, email, sessions.created_at
     FROM sessions JOIN accounts USING (account_id) WHERE session_id = $1`,
    [c.req.param('id')],
  );
  return row ? c.json(row) : c.notFound();
});

const server = createAdaptorServer({ fetch: app.fetch });
server.listen(0, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`));
process.on('SIGTERM', () => process.exit(0));
