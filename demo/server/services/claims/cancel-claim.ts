import type { Claim } from '../../../../src/contract.js';
import type { Context } from '../../context.js';
import { Refusal } from '../../refusal.js';
import { tryToDeleteEndedLetters } from '../letters/letter-files.js';
import { lockStructure } from '../structures/locks.js';
import { readClaim } from './claim-answers.js';
import { ownClaim } from './claim-rows.js';
import { endedRefusal } from './claim-states.js';
import { endClaim, lapseIfDue } from './end-claim.js';

/**
 * Gives up a claim. Given up already, it stays so.
 *
 * @throws {Refusal} `not_found`, `claim_activated`, `claim_lapsed`, `claim_disowned`.
 */
export async function cancelClaim(context: Context, accountId: string, claimId: string): Promise<Claim> {
  const { siret } = await ownClaim(context.db, accountId, claimId);
  const refusal = await context.db.transaction(async (tx) => {
    await lockStructure(tx, siret);
    const now = await context.clock.now(tx);
    await lapseIfDue(context, tx, siret, now);
    const claim = await ownClaim(tx, accountId, claimId);
    if (claim.state === 'open') await endClaim(context, tx, claim, 'cancelled', accountId, now);
    return claim.state === 'cancelled' ? undefined : endedRefusal(claim);
  });
  await tryToDeleteEndedLetters(context);
  if (refusal instanceof Refusal) throw refusal;
  return readClaim(context, accountId, claimId);
}
