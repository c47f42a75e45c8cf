import * as z from 'zod/mini';
import { CIVILITIES, JOB_FUNCTIONS } from '../rules/index.js';
import { habilitation } from './habilitation.js';
import { identifier, pageNumber, pageOf } from './fields.js';
import { operation } from './operation.js';

/** A person as their structure's administrator sees them. */
export const structureUser = z.object({
  membershipId: z.string(),
  civility: z.enum(CIVILITIES),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string(),
  jobFunction: z.nullable(z.enum(JOB_FUNCTIONS)),
  role: z.enum(['user', 'future_administrator', 'administrator']),
  /** True for the person who asks: one's own rights are locked. */
  isSelf: z.boolean(),
});

export type StructureUser = z.infer<typeof structureUser>;

/** A request that waits for a decision. */
export const pendingRequest = z.object({
  habilitation,
  serviceName: z.string(),
  user: structureUser,
});

export type PendingRequest = z.infer<typeof pendingRequest>;

export const userRow = z.object({
  user: structureUser,
  /** What the person holds or waits for. */
  habilitations: z.array(z.object({ habilitation, serviceName: z.string() })),
});

export type UserRow = z.infer<typeof userRow>;

const membershipParams = z.object({ membershipId: identifier });
const pageQuery = z.object({ page: pageNumber });

export const listRequests = operation({
  name: 'listRequests',
  summary: 'Requests of a structure that wait for its administrators, the oldest first, 25 a page. The membership is the caller’s own.',
  method: 'GET',
  path: '/v1/memberships/{membershipId}/requests',
  access: 'session',
  params: membershipParams,
  query: pageQuery,
  status: 200,
  answer: pageOf(pendingRequest),
  errors: ['session_required', 'not_found', 'not_administrator'],
  idempotent: false,
  sensitive: false,
});

export const listUsers = operation({
  name: 'listUsers',
  summary: 'Users of a structure with their habilitations, by name, 25 a page. The membership is the caller’s own.',
  method: 'GET',
  path: '/v1/memberships/{membershipId}/users',
  access: 'session',
  params: membershipParams,
  query: pageQuery,
  status: 200,
  answer: pageOf(userRow),
  errors: ['session_required', 'not_found', 'not_administrator'],
  idempotent: false,
  sensitive: false,
});
