import type { Context } from '../../context.js';
import type { Sql } from '../../store/database.js';
import { links } from '../links.js';
import { record } from '../structures/history.js';
import { readPerson, writeTo } from '../structures/people.js';
import { CLAIM_COLUMNS, type ClaimRow } from './claim-rows.js';

/** How a claim comes to nothing. */
export type ClaimFailure = 'cancelled' | 'lapsed' | 'disowned';

/**
 * Ends an open claim without activation: its future administrator, its letter and the requests that waited
 * for it end too, and the person is told. The caller holds the structure's lock, and deletes the letter's file
 * after the transaction.
 *
 * @param actorId - `null` when time did it, or the structure itself, which has no account.
 */
export async function endClaim(context: Context, tx: Sql, claim: ClaimRow, why: ClaimFailure, actorId: string | null, now: Date): Promise<void> {
  const { claim_id: claimId, account_id: accountId, siret } = claim;
  const lapsed = why === 'lapsed';
  await tx.query('UPDATE claims SET state = $2, ended_at = $3 WHERE claim_id = $1', [claimId, why, now]);
  await tx.query("UPDATE administrators SET state = 'ended', ended_at = $2 WHERE claim_id = $1 AND state = 'future'", [claimId, now]);
  await tx.query(
    `UPDATE letters SET state = CASE WHEN state = 'sent' AND $3 THEN 'expired' ELSE 'cancelled' END, ended_at = $2, sealed_code = NULL
     WHERE claim_id = $1 AND state IN ('queued', 'sent')`,
    [claimId, now, lapsed],
  );
  const ended = await tx.query<{ service_id: string }>(
    `UPDATE habilitations SET state = $2, decided_at = $3 WHERE claim_id = $1 AND state = 'awaiting_letter' RETURNING service_id`,
    [claimId, lapsed ? 'expired' : 'cancelled', now],
  );
  await record(tx, { at: now, siret, action: `claim_${why}`, actorId, subjectId: accountId });
  for (const { service_id: serviceId } of ended) {
    const action = lapsed ? 'habilitation_expired' : 'habilitation_cancelled';
    await record(tx, { at: now, siret, action, actorId, subjectId: accountId, serviceId });
  }
  const person = await readPerson(tx, accountId);
  await writeTo(context, tx, person, {
    template: 'claim_ended',
    civility: person.civility,
    lastName: person.lastName,
    structureName: claim.structure.name,
    why,
    servicesUrl: links.services(context.config, claim.membership_id),
  });
}

/** Ends the structure's open claim if its days are over. The caller holds the structure's lock. */
export async function lapseIfDue(context: Context, tx: Sql, siret: string, now: Date): Promise<void> {
  const [claim] = await tx.query<ClaimRow>(`SELECT ${CLAIM_COLUMNS} FROM claims WHERE siret = $1 AND state = 'open'`, [siret]);
  if (claim && claim.ends_at <= now) await endClaim(context, tx, claim, 'lapsed', null, now);
}
