import { listRequests, listUsers } from './administration.js';
import { activateClaim, cancelClaim, readClaim, resendLetter } from './claim.js';
import { cancelHabilitation, createHabilitation, decideHabilitation, readHabilitationCase } from './habilitation.js';
import { createMembership, listMemberships, updateMembership } from './membership.js';
import { listServices } from './service.js';
import { readSession, signIn, signOut } from './session.js';
import { confirmSignUp, correctSignUpEmail, createSignUp, readSignUp, resendSignUpCode } from './sign-up.js';
import { readStructure, searchStructures } from './structure.js';

/** Every operation of the contract, in the order of the journeys. */
export const operations = {
  createSignUp,
  readSignUp,
  resendSignUpCode,
  correctSignUpEmail,
  confirmSignUp,
  signIn,
  readSession,
  signOut,
  searchStructures,
  readStructure,
  listMemberships,
  createMembership,
  updateMembership,
  listServices,
  readHabilitationCase,
  createHabilitation,
  cancelHabilitation,
  decideHabilitation,
  readClaim,
  activateClaim,
  resendLetter,
  cancelClaim,
  listRequests,
  listUsers,
} as const;

export type OperationName = keyof typeof operations;
