import { randomUUID } from 'node:crypto';
import type { StructureSummary } from '../../../../src/contract.js';
import type { Context } from '../../context.js';
import { LIMITS } from '../../limits.js';
import { Refusal } from '../../refusal.js';
import type { Sql } from '../../store/database.js';
import { queueLetter } from '../letters/queue-letter.js';
import type { MembershipRow } from '../memberships/membership-rows.js';
import { record } from '../structures/history.js';
import { lockPerson } from '../structures/locks.js';
import { daysAfter, secondsUntil } from '../structures/time.js';
import { CLAIM_END } from './claim-rows.js';
import { quotaWait } from './letter-limits.js';

/** @throws {Refusal} `claim_too_soon` after a claim of this person on this structure that came to nothing. */
async function requireNoRecentClaim(tx: Sql, accountId: string, siret: string, now: Date): Promise<void> {
  const days = LIMITS.letter.sameStructureAgainDays;
  const [last] = await tx.query<{ ended_at: Date }>(
    `SELECT ended_at FROM claims
     WHERE account_id = $1 AND siret = $2 AND state IN ('lapsed', 'cancelled', 'disowned') AND ended_at > $3
     ORDER BY ended_at DESC LIMIT 1`,
    [accountId, siret, daysAfter(now, -days)],
  );
  if (last) throw new Refusal('claim_too_soon', { retryAfter: secondsUntil(daysAfter(last.ended_at, days), now) });
}

/** @throws {Refusal} `claim_quota_reached` with the seconds until one of the open claims ends by itself at the latest. */
async function requireFewClaims(tx: Sql, accountId: string, now: Date): Promise<void> {
  const open = await tx.query<{ ends_at: Date }>(
    `SELECT ${CLAIM_END} AS ends_at FROM claims WHERE account_id = $1 AND state = 'open' AND ${CLAIM_END} > $2 ORDER BY 1`,
    [accountId, now],
  );
  const [first] = open;
  if (first && open.length >= LIMITS.letter.openClaims) {
    throw new Refusal('claim_quota_reached', { retryAfter: secondsUntil(first.ends_at, now) });
  }
}

/** @throws {Refusal} `letter_quota_reached`, with the seconds to wait. */
async function requireLetterAllowance(tx: Sql, accountId: string, siret: string, now: Date): Promise<void> {
  const retryAfter = await quotaWait(tx, accountId, siret, now);
  if (retryAfter > 0) throw new Refusal('letter_quota_reached', { retryAfter });
}

/**
 * Accepts case 1 for a person: they become the structure's future administrator and a letter is ordered.
 * Their requests that waited for an administrator wait for the letter from now on. The caller holds the
 * structure's lock and has found that nobody administers it.
 *
 * @returns The claim's id.
 * @throws {Refusal} `claim_too_soon`, `claim_quota_reached`, `letter_quota_reached`.
 */
export async function openClaim(
  context: Context,
  tx: Sql,
  membership: MembershipRow,
  structure: StructureSummary,
  now: Date,
): Promise<string> {
  const { account_id: accountId, membership_id: membershipId, siret } = membership;
  await lockPerson(tx, accountId);
  await requireNoRecentClaim(tx, accountId, siret, now);
  await requireFewClaims(tx, accountId, now);
  await requireLetterAllowance(tx, accountId, siret, now);
  const claimId = randomUUID();
  await tx.query(
    `INSERT INTO claims (claim_id, account_id, membership_id, siret, state, structure, created_at)
     VALUES ($1, $2, $3, $4, 'open', $5::jsonb, $6)`,
    [claimId, accountId, membershipId, siret, JSON.stringify(structure), now],
  );
  await tx.query(
    `INSERT INTO administrators (administrator_id, account_id, membership_id, siret, claim_id, state, created_at)
     VALUES ($1, $2, $3, $4, $5, 'future', $6)`,
    [randomUUID(), accountId, membershipId, siret, claimId, now],
  );
  await tx.query(
    `UPDATE habilitations SET state = 'awaiting_letter', claim_id = $2
     WHERE membership_id = $1 AND state = 'awaiting_administrator'`,
    [membershipId, claimId],
  );
  await record(tx, { at: now, siret, action: 'claim_opened', actorId: accountId, subjectId: accountId });
  await queueLetter(context, tx, { claimId, accountId, structure, number: 1 }, now);
  return claimId;
}
