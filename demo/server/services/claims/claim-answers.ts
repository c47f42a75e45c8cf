import type { Claim, Letter } from '../../../../src/contract.js';
import type { Context } from '../../context.js';
import { LIMITS } from '../../limits.js';
import type { Sql } from '../../store/database.js';
import { byCatalogue, serviceName } from '../catalogue/catalogue.js';
import { daysAfter, isoOrNull } from '../structures/time.js';
import { lastLetter, ownClaim, type ClaimRow, type LetterRow } from './claim-rows.js';
import { resendWait } from './letter-limits.js';

/**
 * Services that a claim's code will grant, granted, or would have granted. One that its requester took back
 * before the end isn't among them.
 */
export async function servicesOf(sql: Sql, claim: Pick<ClaimRow, 'claim_id' | 'ended_at'>): Promise<string[]> {
  const rows = await sql.query<{ service_id: string }>(
    `SELECT DISTINCT service_id FROM habilitations
     WHERE claim_id = $1 AND (state = 'awaiting_letter' OR decided_at >= $2)`,
    [claim.claim_id, claim.ended_at],
  );
  return rows.map((row) => row.service_id).sort(byCatalogue);
}

function letterAnswer(claim: ClaimRow, letter: LetterRow, over: boolean): Letter {
  return {
    letterId: letter.letter_id,
    state: over && letter.state === 'sent' ? 'expired' : letter.state,
    requestedAt: letter.requested_at.toISOString(),
    sentAt: isoOrNull(letter.sent_at),
    expectedBy: letter.sent_at && daysAfter(letter.sent_at, LIMITS.letter.deliveryDays).toISOString(),
    expiresAt: isoOrNull(letter.expires_at),
    addressLines: [claim.structure.name, ...letter.address_lines],
    triesLeft: Math.max(0, LIMITS.letter.tries - letter.tries),
  };
}

/**
 * @param db - The transaction under way, when there is one.
 * @throws {Refusal} `not_found`, also for somebody else's.
 */
export async function readClaim(context: Context, accountId: string, claimId: string, db: Sql = context.db): Promise<Claim> {
  const claim = await ownClaim(db, accountId, claimId);
  const letter = await lastLetter(db, claimId);
  const now = await context.clock.now(db);
  // Over by the clock, though the sweep has yet to say so.
  const over = claim.state === 'open' && claim.ends_at <= now;
  const services = await servicesOf(db, claim);
  const { resendIn } = await resendWait(db, claim, letter, now);
  return {
    claimId,
    membershipId: claim.membership_id,
    state: over ? 'lapsed' : claim.state,
    structure: claim.structure,
    services: services.map((serviceId) => ({ serviceId, name: serviceName(serviceId) })),
    letter: letterAnswer(claim, letter, over),
    resendIn,
    createdAt: claim.created_at.toISOString(),
    expiresAt: isoOrNull(claim.expires_at),
  };
}
