import * as z from 'zod/mini';
import { habilitation } from './habilitation.js';
import { identifier } from './fields.js';
import { operation } from './operation.js';

/** One entry of the catalogue, in the language asked for (`Accept-Language`). */
export const service = z.object({
  serviceId: z.string(),
  name: z.string(),
  /** One line above what it offers, as "Consultation des Encours". */
  title: z.string(),
  /** What it offers, one line each. */
  offers: z.array(z.string()),
  /** Where its button leads; `null` when the backend only shows the right. */
  url: z.nullable(z.string()),
});

export type Service = z.infer<typeof service>;

/** A service as it stands for one person in one structure. */
export const serviceOffer = z.object({
  service,
  /** The last request for it, whatever became of it; `null` when there was none. */
  habilitation: z.nullable(habilitation),
  /** What stands in the way of asking, in the order in which to put it right. */
  missing: z.array(z.enum(['membership', 'job_function', 'client_code'])),
});

export type ServiceOffer = z.infer<typeof serviceOffer>;

export const listServices = operation({
  name: 'listServices',
  summary: 'The catalogue, with its state for one of the person’s structures, or for none.',
  method: 'GET',
  path: '/v1/services',
  access: 'session',
  query: z.object({ membershipId: z.optional(identifier) }),
  status: 200,
  answer: z.object({ results: z.array(serviceOffer) }),
  errors: ['session_required', 'not_found'],
  idempotent: false,
  sensitive: false,
});
