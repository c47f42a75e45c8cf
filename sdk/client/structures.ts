import * as wire from '../contract/wire/structure.js';
import { normalizeSiret } from '../rules/index.js';
import type { Call } from './call.js';
import type { BdtClient } from './client.js';

export function structures(call: Call): BdtClient['structures'] {
  return {
    search: (q, page = 1, options) => call(wire.searchStructures, { ...options, query: { q, page } }),
    read: (siret, options) => call(wire.readStructure, { ...options, params: { siret: normalizeSiret(siret) } }),
  };
}
