import type { Context } from '../../context.js';
import { Refusal } from '../../refusal.js';
import type { Sql } from '../../store/database.js';
import { tryToDeleteEndedLetters } from '../letters/letter-files.js';
import { lockStructure } from '../structures/locks.js';
import { CLAIM_COLUMNS, type ClaimRow } from './claim-rows.js';
import { endedRefusal } from './claim-states.js';
import { endClaim, lapseIfDue } from './end-claim.js';

async function claimOfLetter(sql: Sql, letterId: string): Promise<ClaimRow> {
  const [claim] = await sql.query<ClaimRow>(
    `SELECT ${CLAIM_COLUMNS} FROM claims JOIN letters USING (claim_id) WHERE letters.letter_id = $1`,
    [letterId],
  );
  if (!claim) throw new Refusal('not_found');
  return claim;
}

/**
 * Ends a claim because its structure reported that it doesn't recognise it. Disowned already, it stays so.
 *
 * @param letterId - The reference that the structure reads out, also of a letter that another has replaced since.
 * @throws {Refusal} `not_found`, `claim_activated`, `claim_cancelled`, `claim_lapsed`.
 */
export async function disownClaim(context: Context, letterId: string): Promise<void> {
  const { siret } = await claimOfLetter(context.db, letterId);
  const refusal = await context.db.transaction(async (tx) => {
    await lockStructure(tx, siret);
    const now = await context.clock.now(tx);
    await lapseIfDue(context, tx, siret, now);
    const claim = await claimOfLetter(tx, letterId);
    if (claim.state === 'open') await endClaim(context, tx, claim, 'disowned', null, now);
    return claim.state === 'disowned' ? undefined : endedRefusal(claim);
  });
  await tryToDeleteEndedLetters(context);
  if (refusal) throw refusal;
}
