import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import { rollup, type OutputChunk } from 'rollup';

/** Bytes after gzip -9. */
export interface Weight {
  firstPaint: number;
  everything: number;
}

/** Where the entry claims to be, so that `bdt-inscription/…` means this package. */
const entry = resolve('bench/entry.js');

/** Warnings that mean a smaller bundle than the customer's. The others are the dependencies' own. */
const incomplete = new Set(['UNRESOLVED_IMPORT', 'MISSING_EXPORT', 'EMPTY_BUNDLE']);

/** Chunks reached from `start` by its imports, and by the dynamic ones too if asked. */
function reached(start: string, chunks: ReadonlyMap<string, OutputChunk>, withDynamic: boolean): Set<string> {
  const seen = new Set<string>();
  const queue = [start];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const chunk = chunks.get(name);
    if (!chunk || seen.has(name)) continue;
    seen.add(name);
    queue.push(...chunk.imports, ...(withDynamic ? chunk.dynamicImports : []));
  }
  return seen;
}

/**
 * Bundles a page's script as a customer would, from the published files, and weighs it.
 *
 * @param code - The script, an ES module that imports from `bdt-inscription/…`, or from sources by `../`.
 */
export async function weigh(code: string): Promise<Weight> {
  const bundle = await rollup({
    input: entry,
    preserveEntrySignatures: 'strict',
    plugins: [
      { name: 'entry', resolveId: (id) => (id === entry ? id : null), load: (id) => (id === entry ? code : null) },
      nodeResolve({ browser: true }),
      esbuild({ target: 'es2022' }),
      terser({ module: true, ecma: 2020, compress: { passes: 2 }, format: { comments: false } }),
    ],
    onLog: (level, log, handler) => {
      if (incomplete.has(log.code ?? '')) handler('error', log);
    },
  });
  const { output } = await bundle.generate({ format: 'es' });
  await bundle.close();
  const chunks = new Map<string, OutputChunk>();
  for (const file of output) if (file.type === 'chunk') chunks.set(file.fileName, file);
  const start = [...chunks.values()].find((chunk) => chunk.isEntry);
  if (!start) throw new Error('The bundle has no entry.');
  const sum = (names: Set<string>) =>
    [...names].reduce((total, name) => total + gzipSync(chunks.get(name)?.code ?? '', { level: 9 }).length, 0);
  return {
    firstPaint: sum(reached(start.fileName, chunks, false)),
    everything: sum(reached(start.fileName, chunks, true)),
  };
}
