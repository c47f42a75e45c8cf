import * as z from 'zod/mini';
import { activationCode, identifier } from './fields.js';
import { operation } from './operation.js';
import { schemaOf } from './schema-of.js';
import * as wire from './wire/claim.js';

export type { Claim, Letter } from './wire/claim.js';

export const letter = schemaOf<wire.Letter>(wire.letter);
export const claim = schemaOf<wire.Claim>(wire.claim);

const claimParams = z.object({ claimId: identifier });
const endedErrors = ['claim_activated', 'claim_cancelled', 'claim_lapsed', 'claim_disowned'] as const;

export const readClaim = operation(wire.readClaim, {
  summary: 'Where a claim of the signed-in person stands, and its letter.',
  params: claimParams,
  status: 200,
  errors: ['session_required', 'not_found'],
  sensitive: false,
});

export const activateClaim = operation(wire.activateClaim, {
  summary: 'Redeems the letter’s code: its requester becomes administrator and holds the services asked for.',
  params: claimParams,
  body: z.strictObject({
    code: activationCode,
    /** The person states that the legal representative handed the letter over. */
    handedOver: z.literal(true, 'handed_over_required'),
  }),
  status: 200,
  errors: [
    'session_required',
    'not_found',
    ...endedErrors,
    'letter_not_sent',
    'letter_replaced',
    'activation_code_wrong',
    'activation_code_expired',
    'activation_tries_exhausted',
    'membership_ended',
    'structure_closed',
    'administrator_appointed',
  ],
  sensitive: true,
});

export const resendLetter = operation(wire.resendLetter, {
  summary: 'Sends another letter, which cancels the one before.',
  params: claimParams,
  status: 201,
  errors: ['session_required', 'not_found', ...endedErrors, 'letter_too_soon', 'letter_quota_reached'],
  sensitive: true,
});

export const cancelClaim = operation(wire.cancelClaim, {
  summary: 'Gives up becoming administrator; the letter’s code is worth nothing any more.',
  params: claimParams,
  status: 200,
  errors: ['session_required', 'not_found', 'claim_activated', 'claim_lapsed', 'claim_disowned'],
  sensitive: false,
});
