import * as z from 'zod/mini';
import { activationCode, identifier, instant, seconds } from './fields.js';
import { operation } from './operation.js';
import { structureSummary } from './structure.js';

/** A letter to the legal representative. Its days begin when its PDF is ready to leave (`sent`). */
export const letter = z.object({
  letterId: z.string(),
  state: z.enum(['queued', 'sent', 'used', 'expired', 'cancelled']),
  requestedAt: instant,
  sentAt: z.nullable(instant),
  /** When it should have come at the latest. */
  expectedBy: z.nullable(instant),
  /** When its code lapses. */
  expiresAt: z.nullable(instant),
  /** As printed on the envelope. */
  addressLines: z.array(z.string()),
  triesLeft: z.int(),
});

export type Letter = z.infer<typeof letter>;

/** Case 1, accepted: the person is the structure's future administrator until the code is entered or the claim ends. */
export const claim = z.object({
  claimId: z.string(),
  membershipId: z.string(),
  state: z.enum(['open', 'activated', 'lapsed', 'cancelled', 'disowned']),
  structure: structureSummary,
  /** The services that the code will grant, or granted. */
  services: z.array(z.object({ serviceId: z.string(), name: z.string() })),
  /** The last letter. */
  letter,
  /** Seconds until another letter may be asked for; `null` when no more may. */
  resendIn: z.nullable(seconds),
  createdAt: instant,
  /** When the claim ends whatever is sent; `null` until its first letter left. */
  expiresAt: z.nullable(instant),
});

export type Claim = z.infer<typeof claim>;

const claimParams = z.object({ claimId: identifier });
const endedErrors = ['claim_activated', 'claim_cancelled', 'claim_lapsed', 'claim_disowned'] as const;

export const readClaim = operation({
  name: 'readClaim',
  summary: 'Where a claim of the signed-in person stands, and its letter.',
  method: 'GET',
  path: '/v1/claims/{claimId}',
  access: 'session',
  params: claimParams,
  status: 200,
  answer: claim,
  errors: ['session_required', 'not_found'],
  idempotent: false,
  sensitive: false,
});

export const activateClaim = operation({
  name: 'activateClaim',
  summary: 'Redeems the letter’s code: its requester becomes administrator and holds the services asked for.',
  method: 'POST',
  path: '/v1/claims/{claimId}/activation',
  access: 'session',
  params: claimParams,
  body: z.strictObject({
    code: activationCode,
    /** The person states that the legal representative handed the letter over. */
    handedOver: z.literal(true, 'handed_over_required'),
  }),
  status: 200,
  answer: claim,
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
  idempotent: false,
  sensitive: true,
});

export const resendLetter = operation({
  name: 'resendLetter',
  summary: 'Sends another letter, which cancels the one before.',
  method: 'POST',
  path: '/v1/claims/{claimId}/letters',
  access: 'session',
  params: claimParams,
  status: 201,
  answer: claim,
  errors: ['session_required', 'not_found', ...endedErrors, 'letter_too_soon', 'letter_quota_reached'],
  idempotent: true,
  sensitive: true,
});

export const cancelClaim = operation({
  name: 'cancelClaim',
  summary: 'Gives up becoming administrator; the letter’s code is worth nothing any more.',
  method: 'POST',
  path: '/v1/claims/{claimId}/cancellation',
  access: 'session',
  params: claimParams,
  status: 200,
  answer: claim,
  errors: ['session_required', 'not_found', 'claim_activated', 'claim_lapsed', 'claim_disowned'],
  idempotent: true,
  sensitive: false,
});
