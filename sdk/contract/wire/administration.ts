import { CIVILITIES, JOB_FUNCTIONS } from '../../rules/index.js';
import { habilitation } from './habilitation.js';
import { role } from './membership.js';
import { flag, listOf, object, oneOf, orNull, pageFields, text, type ValueOf } from './shape.js';
import type { Wire } from './wire.js';

/** A person as their structure's administrator sees them. */
export const structureUser = object({
  membershipId: text,
  civility: oneOf(CIVILITIES),
  firstName: text,
  lastName: text,
  email: text,
  jobFunction: orNull(oneOf(JOB_FUNCTIONS)),
  role,
  /** True for the person who asks: one's own rights are locked. */
  isSelf: flag,
});

/** A person as the administrators of their structure see them. */
export interface StructureUser extends ValueOf<typeof structureUser> {}

/** A request that waits for a decision. */
export const pendingRequest = object({
  habilitation,
  serviceName: text,
  user: structureUser,
});

/** A request that waits for an administrator. */
export interface PendingRequest extends ValueOf<typeof pendingRequest> {}

export const userRow = object({
  user: structureUser,
  /** What the person holds or waits for. */
  habilitations: listOf(object({ habilitation, serviceName: text })),
});

/** A user of the structure, with what they hold. */
export interface UserRow extends ValueOf<typeof userRow> {}

export const listRequests = {
  name: 'listRequests',
  method: 'GET',
  path: '/v1/memberships/{membershipId}/requests',
  access: 'session',
  idempotent: false,
  answer: object(pageFields(pendingRequest)),
} as const satisfies Wire;

export const listUsers = {
  name: 'listUsers',
  method: 'GET',
  path: '/v1/memberships/{membershipId}/users',
  access: 'session',
  idempotent: false,
  answer: object(pageFields(userRow)),
} as const satisfies Wire;
