import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesIn } from './scripts/support/files.ts';
import esbuild from 'rollup-plugin-esbuild';

const external = /^(lit|@lit\/context|ky|zod)(\/|$)/;

/** `src/define/bdt-signup.ts` becomes the input `define/bdt-signup`. */
const doors = Object.fromEntries(
  filesIn('src', '.ts').map((file) => [file.slice('src/'.length, -'.ts'.length), file]),
);

/** `sdk/rules/siret` for that file, whatever the machine; doors are no chunks. */
function moduleName(id) {
  const path = relative('.', id).replaceAll('\\', '/');
  return /^(sdk|components)\//.test(path) ? path.replace(/\.ts$/, '') : undefined;
}

/** While elements are still being written: a door to one that isn't there yet gives nothing, and says so. */
function absentElements() {
  return {
    name: 'absent-elements',
    resolveId(id, importer) {
      if (!importer || !/[\\/]src[\\/]/.test(importer) || !id.startsWith('.')) return null;
      const file = new URL(id.replace(/\.js$/, '.ts'), pathToFileURL(importer));
      if (existsSync(file)) return null;
      this.warn(`${file.pathname} is not there yet`);
      return { id: `\0absent:${id}`, syntheticNamedExports: true };
    },
    load: (id) => (id.startsWith('\0absent:') ? 'export default new Proxy({}, { get: () => class {} });' : null),
  };
}

export default {
  input: doors,
  external: (id) => external.test(id),
  plugins: [absentElements(), esbuild({ target: 'es2022' })],
  output: {
    dir: 'dist',
    format: 'es',
    sourcemap: true,
    hoistTransitiveImports: false,
    minifyInternalExports: false,
    entryFileNames: '[name].js',
    // One file a module, and no hashes: whoever bundles a part of the package drops the other modules whole, and two
    // builds of the same sources give the same names.
    manualChunks: moduleName,
    chunkFileNames: 'chunks/[name].js',
  },
};
