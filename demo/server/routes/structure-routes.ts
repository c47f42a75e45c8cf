import { listRequests } from '../services/administration/list-requests.js';
import { listUsers } from '../services/administration/list-users.js';
import { listServices } from '../services/catalogue/list-services.js';
import { activateClaim } from '../services/claims/activate-claim.js';
import { cancelClaim } from '../services/claims/cancel-claim.js';
import { readClaim } from '../services/claims/claim-answers.js';
import { resendLetter } from '../services/claims/resend-letter.js';
import { cancelHabilitation } from '../services/habilitations/cancel-habilitation.js';
import { createHabilitation } from '../services/habilitations/create-habilitation.js';
import { decideHabilitation } from '../services/habilitations/decide-habilitation.js';
import { readHabilitationCase } from '../services/habilitations/read-case.js';
import { createMembership, listMemberships, updateMembership } from '../services/memberships/memberships.js';
import { signedIn } from '../services/structures/people.js';
import { readStructure, searchStructures } from '../services/structures/search.js';
import type { Handlers } from './handlers.js';

/** Journeys 5 to 10: structures, services, habilitations, letters, administration. */
export const structureHandlers = {
  searchStructures: (context, { query }) => searchStructures(context, query.q, query.page),
  readStructure: (context, { params }) => readStructure(context, params.siret),
  listMemberships: async (context, { caller }) => ({ results: await listMemberships(context, signedIn(caller)) }),
  createMembership: (context, { caller, body }) => createMembership(context, signedIn(caller), body.siret),
  updateMembership: (context, { caller, params, body }) =>
    updateMembership(context, signedIn(caller), params.membershipId, body.jobFunction),
  listServices: async (context, { caller, query }) => ({ results: await listServices(context, signedIn(caller), query.membershipId) }),
  readHabilitationCase: async (context, { caller, params, query }) => ({
    case: await readHabilitationCase(context, signedIn(caller), params.membershipId, query.serviceId),
  }),
  createHabilitation: (context, { caller, body }) => createHabilitation(context, signedIn(caller), body),
  cancelHabilitation: (context, { caller, params }) => cancelHabilitation(context, signedIn(caller), params.habilitationId),
  decideHabilitation: (context, { caller, params, body }) => decideHabilitation(context, signedIn(caller), params.habilitationId, body),
  readClaim: (context, { caller, params }) => readClaim(context, signedIn(caller), params.claimId),
  activateClaim: (context, { caller, params, body }) => activateClaim(context, signedIn(caller), params.claimId, body.code),
  resendLetter: (context, { caller, params, keep }) => resendLetter(context, signedIn(caller), params.claimId, keep),
  cancelClaim: (context, { caller, params }) => cancelClaim(context, signedIn(caller), params.claimId),
  listRequests: (context, { caller, params, query }) => listRequests(context, signedIn(caller), params.membershipId, query.page),
  listUsers: (context, { caller, params, query }) => listUsers(context, signedIn(caller), params.membershipId, query.page),
} satisfies Pick<
  Handlers,
  | 'searchStructures'
  | 'readStructure'
  | 'listMemberships'
  | 'createMembership'
  | 'updateMembership'
  | 'listServices'
  | 'readHabilitationCase'
  | 'createHabilitation'
  | 'cancelHabilitation'
  | 'decideHabilitation'
  | 'readClaim'
  | 'activateClaim'
  | 'resendLetter'
  | 'cancelClaim'
  | 'listRequests'
  | 'listUsers'
>;
