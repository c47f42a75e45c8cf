import { habilitationCase } from './habilitation-case.js';
import { instant, object, oneOf, orNull, text, type ValueOf } from './shape.js';
import type { Wire } from './wire.js';

export const habilitationState = oneOf([
  'awaiting_letter',
  'awaiting_administrator',
  'granted',
  'refused',
  'revoked',
  'cancelled',
  'expired',
]);

/**
 * Where a request for a service stands.
 *
 * @useDeclaredType
 */
export type HabilitationState = ValueOf<typeof habilitationState>;

/** A person's right to one service for one structure, asked for or held. */
export const habilitation = object({
  habilitationId: text,
  membershipId: text,
  serviceId: text,
  state: habilitationState,
  requestedAt: instant,
  decidedAt: orNull(instant),
  /** Why it was refused or revoked. */
  reason: orNull(text),
  /** The claim that it waits for, or came with. */
  claimId: orNull(text),
});

/** A person's right to one service in one structure, or the request for it. */
export interface Habilitation extends ValueOf<typeof habilitation> {}

export const readHabilitationCase = {
  name: 'readHabilitationCase',
  method: 'GET',
  path: '/v1/memberships/{membershipId}/habilitation-case',
  access: 'session',
  idempotent: false,
  answer: object({ case: habilitationCase }),
} as const satisfies Wire;

export const createHabilitation = {
  name: 'createHabilitation',
  method: 'POST',
  path: '/v1/habilitations',
  access: 'session',
  idempotent: true,
  answer: habilitation,
} as const satisfies Wire;

export const cancelHabilitation = {
  name: 'cancelHabilitation',
  method: 'POST',
  path: '/v1/habilitations/{habilitationId}/cancellation',
  access: 'session',
  idempotent: true,
  answer: habilitation,
} as const satisfies Wire;

export const decideHabilitation = {
  name: 'decideHabilitation',
  method: 'POST',
  path: '/v1/habilitations/{habilitationId}/decision',
  access: 'session',
  idempotent: true,
  answer: habilitation,
} as const satisfies Wire;
