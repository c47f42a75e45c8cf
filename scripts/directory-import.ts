import { progressLine, type ProgressStart } from '../demo/server/directory/progress-line.js';
import { importSirene, type ImportProgress } from '../demo/server/directory/sirene-import.js';
import { migrate } from '../demo/server/store/migrate.js';
import { openPostgres } from '../demo/server/store/postgres.js';

const USAGE = `npm run directory:import -- FILE…

Imports the stock files of the Sirene register into the PostgreSQL of DATABASE_URL,
for DIRECTORY=sirene: StockUniteLegale and StockEtablissement, unzipped, from
https://www.data.gouv.fr (base Sirene). Stopped by Ctrl+C or a failure, the same
command goes on where it was.`;

/** Milliseconds between two lines: on a terminal one line is rewritten, a log gets one now and then. */
const EVERY = process.stderr.isTTY ? 250 : 10_000;

function reporter(): (progress: ImportProgress) => void {
  let start: ProgressStart | undefined;
  let shown = 0;
  return (progress) => {
    const now = Date.now();
    const isNewFile = start?.kind !== progress.kind;
    if (!start || isNewFile) {
      start = { kind: progress.kind, at: now, bytes: progress.bytesDone, rows: progress.rowsDone };
    }
    if (!isNewFile && now - shown < EVERY && progress.bytesDone < progress.bytesTotal) return;
    shown = now;
    const line = progressLine(progress, start, now);
    const isLast = progress.bytesDone >= progress.bytesTotal;
    process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${line}${isLast ? '\n' : ''}` : `${line}\n`);
  };
}

async function run(paths: readonly string[]): Promise<void> {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error('DATABASE_URL must name the PostgreSQL server that receives the register.');
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => stop.abort(new Error('Stopped; the same command goes on from here.')));
  }
  const db = openPostgres(url, 2);
  try {
    await migrate(db);
    await importSirene(db, paths, { onProgress: reporter(), signal: stop.signal });
    console.log('The register is imported. Start with DIRECTORY=sirene to search it.');
  } finally {
    await db.close();
  }
}

const paths = process.argv.slice(2);
if (paths.length === 0 || paths.includes('--help')) {
  console.log(USAGE);
  process.exitCode = paths.length === 0 ? 1 : 0;
} else {
  await run(paths).catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
