import { operations } from '../contract/index.js';
import type { Call } from './call.js';
import type { BdtClient } from './client.js';

export function habilitations(call: Call): BdtClient['habilitations'] {
  return {
    readCase: async (membershipId, serviceId, options) =>
      (await call(operations.readHabilitationCase, { ...options, params: { membershipId }, query: { serviceId } })).case,
    create: (body, options) => call(operations.createHabilitation, { ...options, body }),
    cancel: (habilitationId, options) => call(operations.cancelHabilitation, { ...options, params: { habilitationId } }),
    decide: (habilitationId, body, options) =>
      call(operations.decideHabilitation, { ...options, params: { habilitationId }, body }),
  };
}
