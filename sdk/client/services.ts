import { operations } from '../contract/index.js';
import type { Call } from './call.js';
import type { BdtClient } from './client.js';

export function services(call: Call): BdtClient['services'] {
  return {
    list: async (membershipId, options) =>
      (await call(operations.listServices, { ...options, query: { membershipId } })).results,
  };
}
