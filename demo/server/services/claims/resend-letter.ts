import type { Claim } from '../../../../src/contract.js';
import type { Context } from '../../context.js';
import type { Keep } from '../../http/kept-answers.js';
import { Refusal } from '../../refusal.js';
import type { Sql } from '../../store/database.js';
import { tryToDeleteEndedLetters } from '../letters/letter-files.js';
import { queueLetter } from '../letters/queue-letter.js';
import { lockPerson, lockStructure } from '../structures/locks.js';
import { readClaim } from './claim-answers.js';
import { lastLetter, ownClaim, type ClaimRow } from './claim-rows.js';
import { endedRefusal } from './claim-states.js';
import { lapseIfDue } from './end-claim.js';
import { resendWait } from './letter-limits.js';

async function replaceLetter(context: Context, tx: Sql, claim: ClaimRow, now: Date): Promise<Refusal | undefined> {
  const last = await lastLetter(tx, claim.claim_id);
  const { resendIn, pause, quota } = await resendWait(tx, claim, last, now);
  if (resendIn === null) return new Refusal('letter_quota_reached');
  if (quota > 0) return new Refusal('letter_quota_reached', { retryAfter: resendIn });
  if (pause > 0) return new Refusal('letter_too_soon', { retryAfter: pause });
  await tx.query("UPDATE letters SET state = 'cancelled', ended_at = $2, sealed_code = NULL WHERE letter_id = $1", [last.letter_id, now]);
  const { claim_id: claimId, account_id: accountId, structure } = claim;
  await queueLetter(context, tx, { claimId, accountId, structure, number: last.number + 1 }, now);
  return undefined;
}

/**
 * Orders another letter, which cancels the one before; the claim's end stays where it is.
 *
 * @throws {Refusal} `not_found`, `letter_too_soon`, `letter_quota_reached`, or what ended the claim.
 */
export async function resendLetter(context: Context, accountId: string, claimId: string, keep: Keep<Claim>): Promise<Claim> {
  const { siret } = await ownClaim(context.db, accountId, claimId);
  const answer = await context.db.transaction(async (tx) => {
    await lockStructure(tx, siret);
    await lockPerson(tx, accountId);
    const now = await context.clock.now(tx);
    await lapseIfDue(context, tx, siret, now);
    const claim = await ownClaim(tx, accountId, claimId);
    const refusal = endedRefusal(claim) ?? (await replaceLetter(context, tx, claim, now));
    if (refusal) return refusal;
    const after = await readClaim(context, accountId, claimId, tx);
    await keep(tx, after);
    return after;
  });
  await tryToDeleteEndedLetters(context);
  if (answer instanceof Refusal) throw answer;
  return answer;
}
