import * as z from 'zod/mini';
import { JOB_FUNCTIONS } from '../rules/index.js';
import { identifier, siretNumber } from './fields.js';
import { operation } from './operation.js';
import { schemaOf } from './schema-of.js';
import * as wire from './wire/membership.js';

export type { Membership } from './wire/membership.js';

export const membership = schemaOf<wire.Membership>(wire.membership);

export const listMemberships = operation(wire.listMemberships, {
  summary: "The signed-in person's structures, the default one first.",
  status: 200,
  errors: ['session_required'],
  sensitive: false,
});

export const createMembership = operation(wire.createMembership, {
  summary: 'Attaches the signed-in person to a structure. Someone who is attached already gets that attachment.',
  body: z.strictObject({ siret: siretNumber }),
  status: 201,
  errors: ['session_required', 'structure_unknown', 'structure_closed', 'directory_unavailable'],
  sensitive: false,
});

export const updateMembership = operation(wire.updateMembership, {
  summary: "Sets the person's function in the structure.",
  params: z.object({ membershipId: identifier }),
  body: z.strictObject({ jobFunction: z.enum(JOB_FUNCTIONS, 'job_function_required') }),
  status: 200,
  errors: ['session_required', 'not_found'],
  sensitive: false,
});
