import { operations } from '../contract/index.js';
import type { Call } from './call.js';
import type { BdtClient } from './client.js';

export function structures(call: Call): BdtClient['structures'] {
  return {
    search: (q, page = 1, options) => call(operations.searchStructures, { ...options, query: { q, page } }),
    read: (siret, options) => call(operations.readStructure, { ...options, params: { siret } }),
  };
}
