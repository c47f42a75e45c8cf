import { describe } from 'node:test';
import { openPgliteCopy } from './pglite-template.js';
import { openPostgresCopy, testDatabaseUrl } from './postgres-template.js';
import { openTestServer, type TestServer, type TestServerOptions } from './test-server.js';

export type { TestServer, TestServerOptions, TestReply } from './test-server.js';

/** Opens a server on a database of its own. */
export type OpenServer = (options?: TestServerOptions) => Promise<TestServer>;

/**
 * Describes the same facts on each engine: PGlite always, PostgreSQL when `TEST_DATABASE_URL` is the address of a server
 * where databases may be made; without it that half is skipped, in sight.
 */
export function describeEachEngine(title: string, facts: (open: OpenServer) => void): void {
  describe(`${title} (PGlite)`, () => {
    facts((options) => openTestServer(openPgliteCopy, options));
  });
  describe(`${title} (PostgreSQL)`, { skip: testDatabaseUrl === undefined && 'needs a PostgreSQL: TEST_DATABASE_URL is not set' }, () => {
    facts((options) => openTestServer(openPostgresCopy, options));
  });
}
