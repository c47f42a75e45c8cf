import * as z from 'zod/mini';
import { identifier, pageNumber } from './fields.js';
import { operation } from './operation.js';
import { schemaOf } from './schema-of.js';
import * as wire from './wire/administration.js';

export type { PendingRequest, StructureUser, UserRow } from './wire/administration.js';

export const structureUser = schemaOf<wire.StructureUser>(wire.structureUser);
export const pendingRequest = schemaOf<wire.PendingRequest>(wire.pendingRequest);
export const userRow = schemaOf<wire.UserRow>(wire.userRow);

const membershipParams = z.object({ membershipId: identifier });
const pageQuery = z.object({ page: pageNumber });

export const listRequests = operation(wire.listRequests, {
  summary: 'Requests of a structure that wait for its administrators, the oldest first, 25 a page. The membership is the caller’s own.',
  params: membershipParams,
  query: pageQuery,
  status: 200,
  errors: ['session_required', 'not_found', 'not_administrator'],
  sensitive: false,
});

export const listUsers = operation(wire.listUsers, {
  summary: 'Users of a structure with their habilitations, by name, 25 a page. The membership is the caller’s own.',
  params: membershipParams,
  query: pageQuery,
  status: 200,
  errors: ['session_required', 'not_found', 'not_administrator'],
  sensitive: false,
});
