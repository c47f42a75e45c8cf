import { writeFileSync } from 'node:fs';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { chromiumFlags, findBrowser } from './scripts/find-browser.ts';

// Given by `npm test`: the files to run, one a line, and where the counts are to be left.
const { TEST_FILES, COUNTS_FILE } = process.env;

/** Adds up what the pages report; a page that broke before or beside its tests counts as a failed one. */
function counts(path) {
  const count = (suite, total) => {
    for (const test of suite.tests) total[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
    for (const inner of suite.suites) count(inner, total);
  };
  return {
    stop({ sessions }) {
      const total = { passed: 0, failed: 0, skipped: 0, withoutPostgres: 0 };
      for (const session of sessions) {
        const before = total.failed;
        if (session.testResults) count(session.testResults, total);
        if (!session.passed && total.failed === before) total.failed += 1;
      }
      writeFileSync(path, JSON.stringify(total));
    },
  };
}

export default {
  files: TEST_FILES ? TEST_FILES.split('\n') : 'test/components/**/*.test.ts',
  nodeResolve: true,
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'tsconfig.json' })],
  browsers: [
    chromeLauncher({ launchOptions: { executablePath: await findBrowser(), args: [...chromiumFlags] } }),
  ],
  // A tab behind another gets no focus and no `close` of a dialog.
  concurrency: 1,
  // Two busy cores: a page may take its time to come up.
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  testFramework: { config: { timeout: 10_000 } },
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: false }),
    ...(COUNTS_FILE ? [counts(COUNTS_FILE)] : []),
  ],
};
