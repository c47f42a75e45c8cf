import { accountRoutes } from './account-routes.js';
import type { Handlers } from './handlers.js';
import { structureHandlers } from './structure-routes.js';

/** What answers each operation of the contract. */
export const handlers: Handlers = { ...accountRoutes, ...structureHandlers };
