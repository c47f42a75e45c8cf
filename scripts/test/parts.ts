import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesIn } from '../support/files.js';
import { runNode } from '../support/run.js';
import { none, type Counts } from './counts.js';

/** One third of the tests: those in Node, those in a page, those that drive a browser and a server. */
export interface TestPart {
  title: string;
  files: string[];
  run(files: readonly string[], env: NodeJS.ProcessEnv): Promise<Counts>;
}

/** Gives `work` a path to leave counts at, and reads them; a part that left none has failed as a whole. */
async function counted(work: (path: string) => Promise<{ code: number }>): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'bdt-test-'));
  const path = join(folder, 'counts.json');
  try {
    const { code } = await work(path);
    let counts: Counts;
    try {
      counts = JSON.parse(readFileSync(path, 'utf8')) as Counts;
    } catch {
      return { ...none, failed: 1 };
    }
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `node --test`: each file in a process of its own, so many at a time. */
function inNode(concurrency: number): TestPart['run'] {
  return (files, env) =>
    counted((path) =>
      runNode(
        [
          '--test',
          `--test-concurrency=${concurrency}`,
          '--test-reporter=spec',
          '--test-reporter-destination=stdout',
          '--test-reporter=./scripts/test/node-reporter.mjs',
          `--test-reporter-destination=${path}`,
          ...files,
        ],
        { env },
      ),
    );
}

const inPages: TestPart['run'] = (files, env) =>
  counted((path) =>
    runNode(['node_modules/@web/test-runner/dist/bin.js', '--config', 'web-test-runner.config.mjs'], {
      env: { ...env, TEST_FILES: files.join('\n'), COUNTS_FILE: path },
    }),
  );

/** Whose path holds `pattern`. The tests in Node come first, since they say most precisely what is wrong. */
export function testParts(pattern: string): TestPart[] {
  const files = filesIn('test', '.test.ts').filter((file) => file.includes(pattern));
  const under = (folder: string) => files.filter((file) => file.startsWith(`test/${folder}/`));
  const pages = under('components');
  const journeys = under('journeys');
  const rest = files.filter((file) => !pages.includes(file) && !journeys.includes(file));
  return [
    { title: 'In Node', files: rest, run: inNode(2) },
    { title: 'Elements in a page', files: pages, run: inPages },
    { title: 'Journeys', files: journeys, run: inNode(2) },
  ];
}
