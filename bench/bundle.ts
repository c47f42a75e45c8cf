import { basename, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import { rollup, type Plugin } from 'rollup';

/** `first paint` is what the entry imports statically; `everything` adds what it imports later. */
export type When = 'first paint' | 'everything';

/** Where the entry claims to be, so that `bdt-inscription/…` means this package. */
const entry = resolve('bench/entry.js');

/** Warnings that mean a smaller bundle than the customer's. The others are the dependencies' own. */
const incomplete = new Set(['UNRESOLVED_IMPORT', 'MISSING_EXPORT', 'EMPTY_BUNDLE']);

/** For what is measured in the sources; files already built, and how they are found, are left alone. */
const typescript = (): Plugin => ({ ...esbuild({ include: /\.ts$/, target: 'es2022' }), resolveId: undefined });

/** What is only loaded later is then not bundled at all. */
const withoutDynamic: Plugin = { name: 'without-dynamic', resolveDynamicImport: (id) => ({ id: String(id), external: true }) };

/** Leaves out what is never loaded: dynamic imports of the client's resources, but for those that are used. */
const onlyResources = (used: readonly string[]): Plugin => ({
  name: 'only-resources',
  resolveDynamicImport: (id, importer) =>
    /sdk\/client\/page-client\.\w+$/.test(importer) && !used.includes(basename(String(id), '.js')) ? { id: String(id), external: true } : null,
});

/**
 * Bundles a page's script as a customer would, from the published files, and weighs it.
 *
 * @param code - The script, an ES module that imports from `bdt-inscription/…`, or from sources by `../`.
 * `everything` is one file, as the build for a script tag is; `first paint` keeps the files apart that a page gets first.
 * @param resources - Of the client, the only ones to weigh with `everything`; all when absent.
 *
 * @returns Bytes after minification and gzip -9, summed over the files.
 */
export async function weigh(code: string, when: When, resources?: readonly string[]): Promise<number> {
  const bundle = await rollup({
    input: entry,
    preserveEntrySignatures: 'strict',
    plugins: [
      { name: 'entry', resolveId: (id) => (id === entry ? id : null), load: (id) => (id === entry ? code : null) },
      when === 'first paint' && withoutDynamic,
      resources && onlyResources(resources),
      nodeResolve({ browser: true, extensions: ['.js', '.ts', '.json'] }),
      typescript(),
      terser({ module: true, ecma: 2020, compress: { passes: 2 }, format: { comments: false } }),
    ],
    onLog: (level, log, handler) => {
      if (incomplete.has(log.code ?? '')) handler('error', log);
    },
  });
  const { output } = await bundle.generate({ format: 'es', inlineDynamicImports: when === 'everything' });
  await bundle.close();
  return output.reduce(
    (total, file) => total + (file.type === 'chunk' ? gzipSync(file.code, { level: 9 }).length : 0),
    0,
  );
}
