import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { filesIn, newest } from './files.js';
import { runNode, type Finished, type RunOptions } from './run.js';

/** What `dist/` is made of. `types` and `manifest` are for those who install the package; the demo runs without them. */
export type PartName = 'library' | 'types' | 'manifest' | 'demo';

interface Part {
  /** Files and folders that it is made from. */
  sources: string[];
  /** Folders and files that it writes, and nothing else does. */
  outputs: string[];
  build(options: RunOptions): Promise<Finished>;
}

const scriptsAtTop = () => ['.js', '.js.map'].flatMap((suffix) => filesIn('dist', suffix, { deep: false }));

const nothing: Finished = { code: 0, output: '', ms: 0 };
const librarySources = ['src', 'sdk', 'components', 'scripts/support/tight-templates.ts', 'package.json', 'tsconfig.json'];
const rollup = 'node_modules/rollup/dist/bin/rollup';

const parts: Record<PartName, Part> = {
  library: {
    sources: [...librarySources, 'package-lock.json', 'rollup.config.mjs'],
    outputs: ['dist/chunks', 'dist/define', 'dist/locales', ...scriptsAtTop()],
    build: (options) => runNode([rollup, '-c', 'rollup.config.mjs', '--silent'], options),
  },
  types: {
    sources: [...librarySources, 'tsconfig.types.json'],
    outputs: ['dist/types'],
    build: (options) => runNode(['node_modules/typescript/bin/tsc', '-p', 'tsconfig.types.json'], options),
  },
  manifest: {
    sources: ['components', 'custom-elements-manifest.config.mjs'],
    outputs: ['dist/custom-elements.json'],
    build: (options) => runNode(['node_modules/@custom-elements-manifest/analyzer/cem.js', 'analyze', '--quiet'], options),
  },
  demo: {
    sources: [...librarySources, 'demo/pages', 'demo/qa', 'demo/rollup.config.mjs', 'rollup.config.mjs'],
    outputs: ['dist/demo/assets'],
    build: (options) =>
      hasPages() ? runNode([rollup, '-c', 'demo/rollup.config.mjs', '--silent'], options) : Promise.resolve(nothing),
  },
};

function hasPages(): boolean {
  return ['demo/pages', 'demo/qa'].some((folder) => filesIn(folder, '.ts', { deep: false }).length > 0);
}

/** Written when a part is done; its time is compared with the sources'. Kept out of `dist/`, which is published. */
const stamp = (name: PartName) => `.cache/built-${name}`;

/** Whether a part is missing, or older than what it is made from. */
export function isStale(name: PartName): boolean {
  const built = statSync(stamp(name), { throwIfNoEntry: false });
  return !built || !existsSync('dist') || newest(parts[name].sources) > built.mtimeMs;
}

/** What a build didn't write again is of no use. It goes last: a portal that is running never misses a file. */
function removeOlder(outputs: readonly string[], started: Date): void {
  for (const output of outputs) {
    const stat = statSync(output, { throwIfNoEntry: false });
    if (stat?.isDirectory()) removeOlder(readdirSync(output).map((name) => `${output}/${name}`), started);
    else if (stat && stat.mtimeMs < started.getTime()) rmSync(output);
  }
}

/** Builds one part, whether it needs it or not. */
export async function buildPart(name: PartName, options: RunOptions = {}): Promise<Finished> {
  // A change made during the build must be seen as newer than the build.
  const started = new Date();
  rmSync(stamp(name), { force: true });
  const finished = await parts[name].build(options);
  if (finished.code === 0) {
    removeOlder(parts[name].outputs, started);
    mkdirSync('.cache', { recursive: true });
    writeFileSync(stamp(name), '');
    utimesSync(stamp(name), started, started);
  }
  return finished;
}
