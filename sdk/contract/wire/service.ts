import { habilitation } from './habilitation.js';
import { listOf, object, oneOf, orNull, text, type ValueOf } from './shape.js';
import type { Wire } from './wire.js';

/** One entry of the catalogue, in the language asked for (`Accept-Language`). */
export const service = object({
  serviceId: text,
  name: text,
  /** One line above what it offers, as "Consultation des Encours". */
  title: text,
  /** What it offers, one line each. */
  offers: listOf(text),
  /** Where its button leads; `null` when the backend only shows the right. */
  url: orNull(text),
});

/** A service of the catalogue. */
export interface Service extends ValueOf<typeof service> {}

/** A service as it stands for one person in one structure. */
export const serviceOffer = object({
  service,
  /** The last request for it, whatever became of it; `null` when there was none. */
  habilitation: orNull(habilitation),
  /** What stands in the way of asking, in the order in which to put it right. */
  missing: listOf(oneOf(['membership', 'job_function', 'client_code'])),
});

/** A service as it stands for the person in one structure. */
export interface ServiceOffer extends ValueOf<typeof serviceOffer> {}

export const listServices = {
  name: 'listServices',
  method: 'GET',
  path: '/v1/services',
  access: 'session',
  idempotent: false,
  answer: object({ results: listOf(serviceOffer) }),
} as const satisfies Wire;
