import { runNode, stopChildren, type Finished } from './support/run.js';
import { buildPart, type PartName } from './support/build-parts.js';

/** One check: its line in the report, and how to do it. */
interface Step {
  title: string;
  check(): Promise<Finished>;
}

const capture = { output: 'capture' } as const;
const script = (title: string, ...args: string[]): Step => ({ title, check: () => runNode(args, capture) });
const built = (part: PartName): Step => ({ title: `build ${part}`, check: () => buildPart(part, capture) });
const types = (project: string) =>
  script(`types of ${project}`, 'node_modules/typescript/bin/tsc', '-p', `tsconfig.${project}.json`);

/** What later steps read is built first; the demo is bundled from the library. */
const builds: Step[] = [built('library'), built('types'), built('manifest')];

/** The longest first, so that the two lanes end together. */
const checks: Step[] = [
  script('sizes within budgets', 'scripts/check-sizes.ts'),
  script('lint', 'node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0'),
  script('docs without warnings', 'node_modules/typedoc/bin/typedoc', '--emit', 'none'),
  script('templates', 'scripts/check-templates.ts'),
  types('sdk'),
  types('page'),
  types('node'),
  types('test'),
  built('demo'),
  script('manifest complete', 'scripts/check-manifest.ts'),
  script('nothing unused', 'node_modules/knip/bin/knip.js', '--no-progress'),
  script('package publishable', 'node_modules/publint/src/cli.js', '--strict'),
  script('OpenAPI up to date', 'scripts/openapi.ts'),
];

let failed = 0;

async function lane(queue: Step[]): Promise<void> {
  for (let step = queue.shift(); step; step = queue.shift()) {
    const { code, output, ms } = await step.check();
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${step.title} (${(ms / 1000).toFixed(1)} s)`);
    if (code === 0) continue;
    failed += 1;
    console.log(output.trim().replace(/^/gm, '        '));
  }
}

/** Two at a time: more gains nothing on two cores. */
async function inTwoLanes(steps: readonly Step[]): Promise<void> {
  const queue = [...steps];
  await Promise.all([lane(queue), lane(queue)]);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stopChildren(signal);
    process.exit(1);
  });
}

await inTwoLanes(builds);
await inTwoLanes(checks);
console.log(`${builds.length + checks.length - failed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;
