import * as z from 'zod/mini';
import { habilitationCase } from './habilitation-case.js';
import { identifier, instant, text } from './fields.js';
import { operation } from './operation.js';

export const habilitationState = z.enum([
  'awaiting_letter',
  'awaiting_administrator',
  'granted',
  'refused',
  'revoked',
  'cancelled',
  'expired',
]);

export type HabilitationState = z.infer<typeof habilitationState>;

/** A person's right to one service for one structure, asked for or held. */
export const habilitation = z.object({
  habilitationId: z.string(),
  membershipId: z.string(),
  serviceId: z.string(),
  state: habilitationState,
  requestedAt: instant,
  decidedAt: z.nullable(instant),
  /** Why it was refused or revoked. */
  reason: z.nullable(z.string()),
  /** The claim that it waits for, or came with. */
  claimId: z.nullable(z.string()),
});

export type Habilitation = z.infer<typeof habilitation>;

const habilitationParams = z.object({ habilitationId: identifier });

export const readHabilitationCase = operation({
  name: 'readHabilitationCase',
  summary: 'What asking for a service would do now. Told for at most 20 structures a person a day.',
  method: 'GET',
  path: '/v1/memberships/{membershipId}/habilitation-case',
  access: 'session',
  params: z.object({ membershipId: identifier }),
  query: z.object({ serviceId: identifier }),
  status: 200,
  answer: z.object({ case: habilitationCase }),
  errors: ['session_required', 'not_found', 'service_unknown', 'case_quota_reached', 'job_function_missing', 'client_code_missing'],
  idempotent: false,
  sensitive: false,
});

export const createHabilitation = operation({
  name: 'createHabilitation',
  summary: 'Asks for a service. Someone who already waits for it or holds it gets that one.',
  method: 'POST',
  path: '/v1/habilitations',
  access: 'session',
  body: z.strictObject({ membershipId: identifier, serviceId: identifier, acceptedCase: habilitationCase }),
  status: 201,
  answer: habilitation,
  errors: [
    'session_required',
    'not_found',
    'service_unknown',
    'job_function_missing',
    'client_code_missing',
    'case_changed',
    'claim_quota_reached',
    'letter_quota_reached',
    'claim_too_soon',
    'structure_closed',
  ],
  idempotent: true,
  sensitive: true,
});

export const cancelHabilitation = operation({
  name: 'cancelHabilitation',
  summary: 'Takes back a request that waits. One that waits for the letter is cancelled with its claim.',
  method: 'POST',
  path: '/v1/habilitations/{habilitationId}/cancellation',
  access: 'session',
  params: habilitationParams,
  status: 200,
  answer: habilitation,
  errors: ['session_required', 'not_found', 'transition_refused'],
  idempotent: true,
  sensitive: false,
});

export const decideHabilitation = operation({
  name: 'decideHabilitation',
  summary: "An administrator grants or refuses a colleague's request; the requester gets an e-mail.",
  method: 'POST',
  path: '/v1/habilitations/{habilitationId}/decision',
  access: 'session',
  params: habilitationParams,
  body: z.discriminatedUnion('decision', [
    z.strictObject({ decision: z.literal('grant') }),
    z.strictObject({ decision: z.literal('refuse'), reason: text(500) }),
  ]),
  status: 200,
  answer: habilitation,
  errors: ['session_required', 'not_found', 'not_administrator', 'own_request', 'already_decided'],
  idempotent: true,
  sensitive: true,
});
