import * as z from 'zod/mini';
import { JOB_FUNCTIONS } from '../rules/index.js';
import { identifier, siretNumber } from './fields.js';
import { operation } from './operation.js';
import { structureSummary } from './structure.js';

/** A person's attachment to a structure, with what only its members are told. */
export const membership = z.object({
  membershipId: z.string(),
  structure: structureSummary,
  /** "Affichée par défaut". */
  isDefault: z.boolean(),
  /** `null`: "A DEFINIR". */
  jobFunction: z.nullable(z.enum(JOB_FUNCTIONS)),
  /** `null`: the structure is no client. */
  clientCode: z.nullable(z.string()),
  /** Whether the structure has an administrator, or a future one. */
  administration: z.enum(['none', 'future', 'active']),
  /** What this person is in that structure. */
  role: z.enum(['user', 'future_administrator', 'administrator']),
  /** The claim that this person opened and that still waits for its letter's code. */
  openClaimId: z.nullable(z.string()),
});

export type Membership = z.infer<typeof membership>;

export const listMemberships = operation({
  name: 'listMemberships',
  summary: "The signed-in person's structures, the default one first.",
  method: 'GET',
  path: '/v1/memberships',
  access: 'session',
  status: 200,
  answer: z.object({ results: z.array(membership) }),
  errors: ['session_required'],
  idempotent: false,
  sensitive: false,
});

export const createMembership = operation({
  name: 'createMembership',
  summary: 'Attaches the signed-in person to a structure. Someone who is attached already gets that attachment.',
  method: 'POST',
  path: '/v1/memberships',
  access: 'session',
  body: z.strictObject({ siret: siretNumber }),
  status: 201,
  answer: membership,
  errors: ['session_required', 'structure_unknown', 'structure_closed', 'directory_unavailable'],
  idempotent: true,
  sensitive: false,
});

export const updateMembership = operation({
  name: 'updateMembership',
  summary: "Sets the person's function in the structure.",
  method: 'PATCH',
  path: '/v1/memberships/{membershipId}',
  access: 'session',
  params: z.object({ membershipId: identifier }),
  body: z.strictObject({ jobFunction: z.enum(JOB_FUNCTIONS, 'job_function_required') }),
  status: 200,
  answer: membership,
  errors: ['session_required', 'not_found'],
  idempotent: false,
  sensitive: false,
});
