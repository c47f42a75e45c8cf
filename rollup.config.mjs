import { relative } from 'node:path';
import { filesIn } from './scripts/support/files.ts';
import { tightTemplates } from './scripts/support/tight-templates.ts';
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

export default {
  input: doors,
  external: (id) => external.test(id),
  plugins: [esbuild({ target: 'es2022' }), tightTemplates()],
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
