import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../context.js';

/** What a reset leaves: the schema's own history and the public directory. */
const KEPT = [
  'schema_migrations',
  'directory_loads',
  'clients',
  'embedded_structures',
  'embedded_words',
  'sirene_structures',
  'sirene_words',
  'sirene_units',
  'sirene_imports',
];

async function deleteLetters(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  await Promise.all(names.filter((name) => name.endsWith('.pdf')).map((name) => rm(join(folder, name), { force: true })));
}

/** Forgets every person, request, mail and letter, and puts the clock right again. */
export async function resetAll({ db, config }: Context): Promise<void> {
  const tables = await db.query<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL($1::text[])`,
    [KEPT],
  );
  await db.exec(`TRUNCATE ${[...tables.map(({ name }) => name), 'pgboss.job', 'pgboss.archive'].join(', ')} CASCADE`);
  await deleteLetters(config.letterDir);
}
