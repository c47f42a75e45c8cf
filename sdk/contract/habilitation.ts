import * as z from 'zod/mini';
import { identifier, text } from './fields.js';
import { habilitationCase } from './habilitation-case.js';
import { operation } from './operation.js';
import { schemaOf } from './schema-of.js';
import * as wire from './wire/habilitation.js';

export type { Habilitation, HabilitationState } from './wire/habilitation.js';

export const habilitationState = schemaOf<wire.HabilitationState>(wire.habilitationState);
export const habilitation = schemaOf<wire.Habilitation>(wire.habilitation);

const habilitationParams = z.object({ habilitationId: identifier });

export const readHabilitationCase = operation(wire.readHabilitationCase, {
  summary: 'What asking for a service would do now. Told for at most 20 structures a person a day.',
  params: z.object({ membershipId: identifier }),
  query: z.object({ serviceId: identifier }),
  status: 200,
  errors: ['session_required', 'not_found', 'service_unknown', 'case_quota_reached', 'job_function_missing', 'client_code_missing'],
  sensitive: false,
});

export const createHabilitation = operation(wire.createHabilitation, {
  summary: 'Asks for a service. Someone who already waits for it or holds it gets that one.',
  body: z.strictObject({ membershipId: identifier, serviceId: identifier, acceptedCase: habilitationCase }),
  status: 201,
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
  sensitive: true,
});

export const cancelHabilitation = operation(wire.cancelHabilitation, {
  summary: 'Takes back a request that waits. One that waits for the letter is cancelled with its claim.',
  params: habilitationParams,
  status: 200,
  errors: ['session_required', 'not_found', 'transition_refused'],
  sensitive: false,
});

export const decideHabilitation = operation(wire.decideHabilitation, {
  summary: "An administrator grants or refuses a colleague's request; the requester gets an e-mail.",
  params: habilitationParams,
  body: z.discriminatedUnion('decision', [
    z.strictObject({ decision: z.literal('grant') }),
    z.strictObject({ decision: z.literal('refuse'), reason: text(500) }),
  ]),
  status: 200,
  errors: ['session_required', 'not_found', 'not_administrator', 'own_request', 'already_decided'],
  sensitive: true,
});
