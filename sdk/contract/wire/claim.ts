import { instant, listOf, object, oneOf, orNull, seconds, text, whole, type ValueOf } from './shape.js';
import { structureSummary } from './structure.js';
import type { Wire } from './wire.js';

/** A letter to the legal representative. Its days begin when its PDF is ready to leave (`sent`). */
export const letter = object({
  letterId: text,
  state: oneOf(['queued', 'sent', 'used', 'expired', 'cancelled']),
  requestedAt: instant,
  sentAt: orNull(instant),
  /** When it should have come at the latest. */
  expectedBy: orNull(instant),
  /** When its code lapses. */
  expiresAt: orNull(instant),
  /** As printed on the envelope. */
  addressLines: listOf(text),
  triesLeft: whole,
});

/** The paper letter of a claim. */
export interface Letter extends ValueOf<typeof letter> {}

/** Case 1, accepted: the person is the structure's future administrator until the code is entered or the claim ends. */
export const claim = object({
  claimId: text,
  membershipId: text,
  state: oneOf(['open', 'activated', 'lapsed', 'cancelled', 'disowned']),
  structure: structureSummary,
  /** The services that the code will grant, or granted. */
  services: listOf(object({ serviceId: text, name: text })),
  /** The last letter. */
  letter,
  /** Seconds until another letter may be asked for; `null` when no more may. */
  resendIn: orNull(seconds),
  createdAt: instant,
  /** When the claim ends whatever is sent; `null` until its first letter left. */
  expiresAt: orNull(instant),
});

/** A request to become administrator by letter. */
export interface Claim extends ValueOf<typeof claim> {}

export const readClaim = {
  name: 'readClaim',
  method: 'GET',
  path: '/v1/claims/{claimId}',
  access: 'session',
  idempotent: false,
  answer: claim,
} as const satisfies Wire;

export const activateClaim = {
  name: 'activateClaim',
  method: 'POST',
  path: '/v1/claims/{claimId}/activation',
  access: 'session',
  idempotent: false,
  answer: claim,
} as const satisfies Wire;

export const resendLetter = {
  name: 'resendLetter',
  method: 'POST',
  path: '/v1/claims/{claimId}/letters',
  access: 'session',
  idempotent: true,
  answer: claim,
} as const satisfies Wire;

export const cancelClaim = {
  name: 'cancelClaim',
  method: 'POST',
  path: '/v1/claims/{claimId}/cancellation',
  access: 'session',
  idempotent: true,
  answer: claim,
} as const satisfies Wire;
