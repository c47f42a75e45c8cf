import { JOB_FUNCTIONS } from '../../rules/index.js';
import { flag, listOf, object, oneOf, orNull, text, type ValueOf } from './shape.js';
import { structureSummary } from './structure.js';
import type { Wire } from './wire.js';

/** What a person is in a structure. */
export const role = oneOf(['user', 'future_administrator', 'administrator']);

/** A person's attachment to a structure, with what only its members are told. */
export const membership = object({
  membershipId: text,
  structure: structureSummary,
  /** "Affichée par défaut". */
  isDefault: flag,
  /** `null`: "A DEFINIR". */
  jobFunction: orNull(oneOf(JOB_FUNCTIONS)),
  /** `null`: the structure is no client. */
  clientCode: orNull(text),
  /** Whether the structure has an administrator, or a future one. */
  administration: oneOf(['none', 'future', 'active']),
  /** What this person is in that structure. */
  role,
  /** The claim that this person opened and that still waits for its letter's code. */
  openClaimId: orNull(text),
});

/** The person in one structure. */
export interface Membership extends ValueOf<typeof membership> {}

export const listMemberships = {
  name: 'listMemberships',
  method: 'GET',
  path: '/v1/memberships',
  access: 'session',
  idempotent: false,
  answer: object({ results: listOf(membership) }),
} as const satisfies Wire;

export const createMembership = {
  name: 'createMembership',
  method: 'POST',
  path: '/v1/memberships',
  access: 'session',
  idempotent: true,
  answer: membership,
} as const satisfies Wire;

export const updateMembership = {
  name: 'updateMembership',
  method: 'PATCH',
  path: '/v1/memberships/{membershipId}',
  access: 'session',
  idempotent: false,
  answer: membership,
} as const satisfies Wire;
