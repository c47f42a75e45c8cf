import { fileURLToPath } from 'node:url';
import { extname } from 'node:path';
import type { Hono } from 'hono';
import type { Environment, HttpContext } from './environment.js';
import { serveFile } from './static-files.js';

const folder = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

const DEMO = folder('demo');
const PAGES = folder('demo/pages');
const ASSETS = folder('dist/demo/assets');

async function fileOr404(c: HttpContext, root: string, name: string): Promise<Response> {
  const found = await serveFile(c, root, extname(name) === '' ? `${name}.html` : name);
  return found ?? c.notFound();
}

/** The portal, its host pages and their scripts. */
export function mountPages(app: Hono<Environment>): void {
  app.get('/', (c) => fileOr404(c, DEMO, 'index.html'));
  app.get('/pages/:name{.+}', (c) => fileOr404(c, PAGES, c.req.param('name')));
  app.get('/assets/:name{.+}', (c) => fileOr404(c, ASSETS, c.req.param('name')));
}
