import { operations } from '../contract/index.js';
import type { Call } from './call.js';
import type { BdtClient } from './client.js';

export function memberships(call: Call): BdtClient['memberships'] {
  return {
    list: async (options) => (await call(operations.listMemberships, { ...options })).results,
    create: (siret, options) => call(operations.createMembership, { ...options, body: { siret } }),
    update: (membershipId, body, options) =>
      call(operations.updateMembership, { ...options, params: { membershipId }, body }),
  };
}
