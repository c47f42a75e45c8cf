import * as z from 'zod/mini';
import { identifier } from './fields.js';
import { operation } from './operation.js';
import { schemaOf } from './schema-of.js';
import * as wire from './wire/service.js';

export type { Service, ServiceOffer } from './wire/service.js';

export const service = schemaOf<wire.Service>(wire.service);
export const serviceOffer = schemaOf<wire.ServiceOffer>(wire.serviceOffer);

export const listServices = operation(wire.listServices, {
  summary: 'The catalogue, with its state for one of the person’s structures, or for none.',
  query: z.object({ membershipId: z.optional(identifier) }),
  status: 200,
  errors: ['session_required', 'not_found'],
  sensitive: false,
});
