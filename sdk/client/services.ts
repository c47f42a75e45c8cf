import * as wire from '../contract/wire/service.js';
import type { Call } from './call.js';
import type { BdtClient } from './client.js';

export function services(call: Call): BdtClient['services'] {
  return {
    list: async (membershipId, options) =>
      (await call(wire.listServices, { ...options, query: { membershipId } })).results,
  };
}
