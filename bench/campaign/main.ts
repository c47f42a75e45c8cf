import { cpus, loadavg } from 'node:os';
import { postgresBinaries, startPostgres } from '../../scripts/support/postgres.js';
import { backend } from './backend.js';
import { crowd } from './crowd.js';
import { table, type Finding } from './finding.js';
import { guesses } from './guesses.js';
import { times } from './times.js';

/** By name; each is given a PostgreSQL where databases may be made. */
const campaigns: Readonly<Record<string, (postgres: string) => Promise<Finding[]>>> = { guesses, crowd, times, backend };

/**
 * `npm run campaign -- guesses|crowd|times|backend`: what takes too long for the tests, or says nothing on a busy machine.
 * `TEST_DATABASE_URL` names a PostgreSQL to use; without it one is started for the time of the campaign.
 */
async function main(name: string): Promise<void> {
  const campaign = campaigns[name];
  if (!campaign) throw new Error(`Name a campaign: ${Object.keys(campaigns).join(', ')}.`);
  const binaries = postgresBinaries();
  const given = process.env.TEST_DATABASE_URL || undefined;
  if (given === undefined && !binaries) throw new Error('No PostgreSQL found: install one, or set TEST_DATABASE_URL.');
  const postgres = given === undefined && binaries ? await startPostgres(binaries) : undefined;
  const before = loadavg()[0] ?? 0;
  try {
    const findings = await campaign(given ?? postgres?.url ?? '');
    console.log(table(findings));
    console.log(`\n${cpus().length} cores, Node ${process.versions.node}, load before the start ${before.toFixed(1)}.`);
    if (findings.some(({ holds }) => holds === false)) process.exitCode = 1;
  } finally {
    await postgres?.stop();
  }
}

await main(process.argv[2] ?? '').catch((error: unknown) => {
  console.error((error as Error).message);
  process.exitCode = 1;
});
