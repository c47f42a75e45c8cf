import type { Context } from '../../context.js';
import { LIMITS } from '../../limits.js';
import { Refusal } from '../../refusal.js';
import type { Sql } from '../../store/database.js';
import { isActiveMembership } from '../memberships/membership-rows.js';
import { administrationOf } from '../structures/administrators.js';
import { lockStructure } from '../structures/locks.js';
import { lettersOf, ownClaim, type ClaimRow, type LetterRow } from './claim-rows.js';
import { isCodeOf } from './code.js';
import { endedRefusal } from './claim-states.js';
import { lapseIfDue } from './end-claim.js';

/** A try that is allowed and counted; whether the code is right is not known yet. */
export interface CountedTry {
  readonly letterId: string;
  readonly triesLeft: number;
}

/** What keeps a claim from being activated, whatever the code. */
export async function obstacle(tx: Sql, claim: ClaimRow, closed: boolean, now: Date): Promise<Refusal | undefined> {
  if (!(await isActiveMembership(tx, claim.membership_id))) return new Refusal('membership_ended');
  if (closed) return new Refusal('structure_closed');
  const { active } = await administrationOf(tx, claim.siret, now);
  return active.length > 0 ? new Refusal('administrator_appointed') : undefined;
}

/** A claim that is over: its last code says that it came too late, anything else what became of the claim. */
function refusalOfEnded(context: Context, claim: ClaimRow, last: LetterRow | undefined, code: string): Refusal | undefined {
  const tooLate = claim.state === 'lapsed' && last?.state === 'expired' && isCodeOf(context.keys, last, code);
  return tooLate ? new Refusal('activation_code_expired') : endedRefusal(claim);
}

/**
 * Counts a try of a letter's code, before anything is compared with the code in force; to be committed by itself.
 * Codes of earlier letters open nothing, so that naming them costs no try.
 */
export async function countTry(
  context: Context,
  tx: Sql,
  { accountId, claimId, siret, code, closed }: { accountId: string; claimId: string; siret: string; code: string; closed: boolean },
): Promise<CountedTry | Refusal> {
  await lockStructure(tx, siret);
  const now = await context.clock.now(tx);
  await lapseIfDue(context, tx, siret, now);
  const claim = await ownClaim(tx, accountId, claimId);
  const [last, ...earlier] = await lettersOf(tx, claimId);
  const over = refusalOfEnded(context, claim, last, code) ?? (await obstacle(tx, claim, closed, now));
  if (over) return over;
  if (earlier.some((letter) => isCodeOf(context.keys, letter, code))) return new Refusal('letter_replaced');
  if (last?.state !== 'sent') return new Refusal('letter_not_sent');
  if (last.tries >= LIMITS.letter.tries) return new Refusal('activation_tries_exhausted');
  await tx.query('UPDATE letters SET tries = tries + 1 WHERE letter_id = $1', [last.letter_id]);
  return { letterId: last.letter_id, triesLeft: LIMITS.letter.tries - last.tries - 1 };
}
