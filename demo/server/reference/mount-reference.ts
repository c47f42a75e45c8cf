import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';
import type { Environment } from '../http/environment.js';
import { serveFile } from '../http/static-files.js';
import type { OpenApi } from './document.js';
import { referencePage } from './page.js';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));

/** The page has one style sheet and one icon, and never a script. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/**
 * Serves the contract for programs and for people.
 *
 * @param document - OpenAPI 3.1.
 */
export function mountReference(app: Hono<Environment>, document: Record<string, unknown>): void {
  const json = JSON.stringify(document);
  app.get('/openapi.json', (c) => c.body(json, 200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-cache' }));
  let page: Promise<string> | undefined;
  app.get('/docs', async (c) => {
    page ??= referencePage(document as unknown as OpenApi);
    return c.html(await page, 200, { 'Cache-Control': 'no-cache', 'Content-Security-Policy': POLICY });
  });
  app.get('/docs/reference.css', async (c) => (await serveFile(c, FOLDER, 'reference.css')) ?? c.notFound());
}
