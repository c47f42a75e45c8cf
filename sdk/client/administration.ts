import * as wire from '../contract/wire/administration.js';
import type { Call } from './call.js';
import type { BdtClient } from './client.js';

export function administration(call: Call): BdtClient['administration'] {
  return {
    listRequests: (membershipId, page = 1, options) =>
      call(wire.listRequests, { ...options, params: { membershipId }, query: { page } }),
    listUsers: (membershipId, page = 1, options) =>
      call(wire.listUsers, { ...options, params: { membershipId }, query: { page } }),
  };
}
