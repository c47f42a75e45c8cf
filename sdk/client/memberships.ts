import * as wire from '../contract/wire/membership.js';
import type { Call } from './call.js';
import type { BdtClient } from './client.js';

export function memberships(call: Call): BdtClient['memberships'] {
  return {
    list: async (options) => (await call(wire.listMemberships, { ...options })).results,
    create: (siret, options) => call(wire.createMembership, { ...options, body: { siret } }),
    update: (membershipId, body, options) =>
      call(wire.updateMembership, { ...options, params: { membershipId }, body }),
  };
}
