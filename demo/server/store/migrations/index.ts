import { core } from './001-core.js';
import { accounts } from './002-accounts.js';
import { directory } from './003-directory.js';
import { structuresMigration } from './010-structures.js';
import type { Migration } from './migration.js';

/** Every step of the schema, in order. */
export const migrations: readonly Migration[] = [core, accounts, directory, structuresMigration];
