import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';

/** The only block of code of a language in README.md, as it stands. */
export function snippet(language: string): string {
  const found = [...readFileSync('README.md', 'utf8').matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))];
  if (found.length !== 1) throw new Error(`README.md has ${found.length} blocks of ${language}.`);
  return found[0]?.[1] ?? '';
}

/**
 * Bundles a script with the built package, as an integrator would: found by the package's own exports.
 *
 * @returns The files by their path under the page's address, as `signup.js`.
 */
export async function bundle(name: string, script: string): Promise<Map<string, string>> {
  const path = resolve(name);
  const built = await rollup({
    input: path,
    plugins: [{ name: 'script', resolveId: (id) => (id === path ? id : null), load: (id) => (id === path ? script : null) }, nodeResolve({ browser: true })],
  });
  const { output } = await built.generate({ format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' });
  await built.close();
  return new Map(output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.code] as const] : [])));
}

/** A page on an origin of its own. */
export interface Host {
  readonly origin: string;
  /** What is at `/` and below; nothing before. */
  serve(html: string, scripts: ReadonlyMap<string, string>): void;
  close(): Promise<void>;
}

export async function startHost(): Promise<Host> {
  let page = '';
  let files: ReadonlyMap<string, string> = new Map();
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').slice(1);
    const script = files.get(path);
    if (path === '') response.setHeader('Content-Type', 'text/html').end(page);
    else if (script === undefined) response.writeHead(404).end();
    else response.setHeader('Content-Type', 'text/javascript').end(script);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    serve(html, scripts) {
      page = html;
      files = scripts;
    },
    async close() {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}
