import nodeResolve from '@rollup/plugin-node-resolve';
import esbuild from 'rollup-plugin-esbuild';
import { filesIn } from '../scripts/support/files.ts';

/** Scripts that a host page loads: the files of these folders, not those of folders below. */
const pages = ['demo/pages', 'demo/qa'].flatMap((folder) => filesIn(folder, '.ts', { deep: false }));

/** Without its way of finding files, which would lose what the package says about side effects. */
const typescript = { ...esbuild({ target: 'es2022', minify: true }), resolveId: undefined };

export default {
  input: Object.fromEntries(pages.map((file) => [file.slice('demo/'.length, -'.ts'.length), file])),
  // The pages import `bdt-inscription/…` as a customer would: resolved by this package's own exports.
  plugins: [nodeResolve({ browser: true, extensions: ['.js', '.ts', '.json'] }), typescript],
  output: {
    dir: 'dist/demo/assets',
    format: 'es',
    sourcemap: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
  },
};
