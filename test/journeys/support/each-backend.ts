import { after, before, describe } from 'node:test';
import { startBackend, type Backend, type BackendKind } from './backend.js';

const KINDS: readonly (BackendKind & { readonly title: string })[] = [
  { title: 'PGlite, mails kept', engine: 'pglite', smtp: false },
  { title: 'PostgreSQL, mails by SMTP', engine: 'postgres', smtp: true },
];

/** Tells the same story on each backend; PostgreSQL needs `TEST_DATABASE_URL`, and is skipped in sight without it. */
export function describeEachBackend(title: string, story: (backend: () => Backend) => void): void {
  for (const kind of KINDS) {
    const skip = kind.engine === 'postgres' && !process.env.TEST_DATABASE_URL && 'needs a PostgreSQL: TEST_DATABASE_URL is not set';
    describe(`${title} (${kind.title})`, { skip }, () => {
      let backend: Backend | undefined;
      before(async () => {
        backend = await startBackend(kind);
      });
      after(() => backend?.stop());
      story(() => {
        if (!backend) throw new Error('The backend is not there.');
        return backend;
      });
    });
  }
}
