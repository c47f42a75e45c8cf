import * as wire from '../contract/wire/habilitation.js';
import type { Call } from './call.js';
import type { BdtClient } from './client.js';

export function habilitations(call: Call): BdtClient['habilitations'] {
  return {
    readCase: async (membershipId, serviceId, options) =>
      (await call(wire.readHabilitationCase, { ...options, params: { membershipId }, query: { serviceId } })).case,
    create: (body, options) => call(wire.createHabilitation, { ...options, body }),
    cancel: (habilitationId, options) => call(wire.cancelHabilitation, { ...options, params: { habilitationId } }),
    decide: (habilitationId, body, options) =>
      call(wire.decideHabilitation, { ...options, params: { habilitationId }, body }),
  };
}
