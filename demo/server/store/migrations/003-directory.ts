import { directorySchema } from '../../directory/schema.js';
import type { Migration } from './migration.js';

export const directory: Migration = { id: '003-directory', sql: directorySchema };
