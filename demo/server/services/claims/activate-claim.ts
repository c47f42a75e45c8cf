import type { Claim } from '../../../../src/contract.js';
import type { Context } from '../../context.js';
import { Refusal } from '../../refusal.js';
import type { Sql } from '../../store/database.js';
import { serviceName } from '../catalogue/catalogue.js';
import { tellAdministratorsOfWaiting } from '../habilitations/tell-administrators.js';
import { tryToDeleteEndedLetters } from '../letters/letter-files.js';
import { links } from '../links.js';
import { currentFacts } from '../structures/facts.js';
import { record } from '../structures/history.js';
import { lockStructure } from '../structures/locks.js';
import { readPerson, writeTo } from '../structures/people.js';
import { readClaim, servicesOf } from './claim-answers.js';
import { lastLetter, ownClaim, type ClaimRow } from './claim-rows.js';
import { endedRefusal } from './claim-states.js';
import { isCodeOf } from './code.js';
import { countTry, obstacle, type CountedTry } from './judge-try.js';

async function grant(context: Context, tx: Sql, claim: ClaimRow, letterId: string, now: Date): Promise<void> {
  const { claim_id: claimId, account_id: accountId, siret } = claim;
  await tx.query("UPDATE claims SET state = 'activated', ended_at = $2 WHERE claim_id = $1", [claimId, now]);
  await tx.query("UPDATE letters SET state = 'used', ended_at = $2 WHERE letter_id = $1", [letterId, now]);
  await tx.query("UPDATE administrators SET state = 'active', activated_at = $2 WHERE claim_id = $1 AND state = 'future'", [claimId, now]);
  const granted = await tx.query<{ service_id: string }>(
    `UPDATE habilitations SET state = 'granted', decided_at = $2, decided_by = $3
     WHERE claim_id = $1 AND state = 'awaiting_letter' RETURNING service_id`,
    [claimId, now, accountId],
  );
  await record(tx, { at: now, siret, action: 'claim_activated', actorId: accountId, subjectId: accountId });
  for (const { service_id: serviceId } of granted) {
    await record(tx, { at: now, siret, action: 'habilitation_granted', actorId: accountId, subjectId: accountId, serviceId });
  }
  const person = await readPerson(tx, accountId);
  await writeTo(context, tx, person, {
    template: 'administrator_activated',
    civility: person.civility,
    lastName: person.lastName,
    structureName: claim.structure.name,
    serviceNames: (await servicesOf(tx, { claim_id: claimId, ended_at: now })).map(serviceName),
    adminUrl: links.administration(context.config, claim.membership_id),
  });
  await tellAdministratorsOfWaiting(context, tx, siret, claim.structure.name, now);
}

async function redeem(
  context: Context,
  tx: Sql,
  asked: { accountId: string; claimId: string; siret: string; code: string; closed: boolean },
  counted: CountedTry,
): Promise<Refusal | undefined> {
  await lockStructure(tx, asked.siret);
  const now = await context.clock.now(tx);
  const claim = await ownClaim(tx, asked.accountId, asked.claimId);
  const changed = endedRefusal(claim) ?? (await obstacle(tx, claim, asked.closed, now));
  if (changed) return changed;
  if (claim.ends_at <= now) return new Refusal('activation_code_expired');
  const letter = await lastLetter(tx, asked.claimId);
  if (letter.letter_id !== counted.letterId) return new Refusal('letter_replaced');
  if (!isCodeOf(context.keys, letter, asked.code)) {
    return new Refusal('activation_code_wrong', { triesLeft: counted.triesLeft });
  }
  await grant(context, tx, claim, letter.letter_id, now);
  return undefined;
}

/**
 * Redeems the letter's code. The try is counted and committed before the code is compared, so that a crowd of
 * guesses at once is compared no more often than the letter bears.
 *
 * @param code - Normalised.
 * @throws {Refusal} as the operation lists; `not_found` for somebody else's claim.
 */
export async function activateClaim(context: Context, accountId: string, claimId: string, code: string): Promise<Claim> {
  const { siret } = await ownClaim(context.db, accountId, claimId);
  const { closed } = await currentFacts(context, siret);
  const asked = { accountId, claimId, siret, code, closed };
  const counted = await context.db.transaction((tx) => countTry(context, tx, asked));
  if (counted instanceof Refusal) throw counted;
  const refusal = await context.db.transaction((tx) => redeem(context, tx, asked, counted));
  if (refusal) throw refusal;
  await tryToDeleteEndedLetters(context);
  return readClaim(context, accountId, claimId);
}
