import { findBrowser } from './find-browser.js';
import { ensureBuilt } from './support/ensure-built.js';
import { postgresBinaries, startPostgres, type TemporaryPostgres } from './support/postgres.js';
import { stopChildren } from './support/run.js';
import { add, none, summary, type Counts } from './test/counts.js';
import { testParts } from './test/parts.js';

let interrupted = false;

/**
 * `npm test [-- part of a path]`: all tests, those of the backend on PGlite and on PostgreSQL. `TEST_DATABASE_URL` names a
 * PostgreSQL on which each test file may create a database of its own; without it one is started for the time of the tests.
 */
async function main(pattern: string): Promise<Counts> {
  const parts = testParts(pattern).filter(({ files }) => files.length > 0);
  if (parts.length === 0) throw new Error(`No test file has "${pattern}" in its path.`);
  await ensureBuilt(['library', 'demo']);

  const env: NodeJS.ProcessEnv = { ...process.env };
  if (parts.some(({ title }) => title !== 'In Node')) env.CHROME_PATH = await findBrowser();

  let postgres: TemporaryPostgres | undefined;
  const binaries = postgresBinaries();
  if (!env.TEST_DATABASE_URL && binaries) {
    postgres = await startPostgres(binaries);
    env.TEST_DATABASE_URL = postgres.url;
  }

  let total: Counts = none;
  try {
    for (const { title, files, run } of parts) {
      if (interrupted) throw new Error('Interrupted.');
      console.log(`\n== ${title}: ${files.length} files`);
      const counts = await run(files, env);
      console.log(`== ${title}: ${summary(counts)}`);
      total = add(total, counts);
    }
  } finally {
    await postgres?.stop();
  }
  return withPostgresJudged(total, Boolean(env.TEST_DATABASE_URL));
}

/** Half of what is promised runs on PostgreSQL: without one that is said aloud, and in CI it is a failure. */
function withPostgresJudged(total: Counts, found: boolean): Counts {
  if (found && total.withoutPostgres === 0) return total;
  const why = found ? '' : ' No PostgreSQL found: install one, or set TEST_DATABASE_URL.';
  console.log(`\n${total.withoutPostgres} tests on PostgreSQL were skipped.${why}`);
  return process.env.CI === 'true' ? { ...total, failed: total.failed + 1 } : total;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    interrupted = true;
    stopChildren(signal);
  });
}

try {
  const total = await main(process.argv[2] ?? '');
  console.log(`\n${summary(total)}`);
  if (total.failed > 0) process.exitCode = 1;
} catch (error) {
  console.error((error as Error).message);
  console.log(`\n${summary({ ...none, failed: 1 })}`);
  process.exitCode = 1;
}
