import type { Habilitation } from '../../../../src/contract.js';
import type { Context } from '../../context.js';
import { Refusal } from '../../refusal.js';
import type { Sql } from '../../store/database.js';
import { ownClaim } from '../claims/claim-rows.js';
import { endClaim, lapseIfDue } from '../claims/end-claim.js';
import { tryToDeleteEndedLetters } from '../letters/letter-files.js';
import { record } from '../structures/history.js';
import { lockStructure } from '../structures/locks.js';
import { findHabilitation, habilitationAnswer, lockHabilitation, type HabilitationRow } from './habilitation-rows.js';

async function ownHabilitation(sql: Sql, accountId: string, habilitationId: string): Promise<HabilitationRow> {
  const row = await findHabilitation(sql, habilitationId);
  if (row?.account_id !== accountId) throw new Refusal('not_found');
  return row;
}

/** A claim that would grant nothing any more has no reason to go on. */
async function othersOfClaim(tx: Sql, row: HabilitationRow): Promise<boolean> {
  const rows = await tx.query(
    `SELECT 1 FROM habilitations WHERE claim_id = $1 AND habilitation_id <> $2 AND state = 'awaiting_letter' LIMIT 1`,
    [row.claim_id, row.habilitation_id],
  );
  return rows.length > 0;
}

async function takeBack(context: Context, tx: Sql, row: HabilitationRow, now: Date): Promise<void> {
  const { account_id: accountId, siret, service_id: serviceId, claim_id: claimId } = row;
  if (row.state === 'awaiting_letter' && claimId !== null && !(await othersOfClaim(tx, row))) {
    await endClaim(context, tx, await ownClaim(tx, accountId, claimId), 'cancelled', accountId, now);
    return;
  }
  await tx.query("UPDATE habilitations SET state = 'cancelled', decided_at = $2 WHERE habilitation_id = $1", [row.habilitation_id, now]);
  await record(tx, { at: now, siret, action: 'habilitation_cancelled', actorId: accountId, subjectId: accountId, serviceId });
}

/**
 * Takes back a request that waits; the last one of a claim takes the claim with it. Taken back already, it stays so.
 *
 * @throws {Refusal} `not_found`, `transition_refused` with the state that holds.
 */
export async function cancelHabilitation(context: Context, accountId: string, habilitationId: string): Promise<Habilitation> {
  const { siret } = await ownHabilitation(context.db, accountId, habilitationId);
  const row = await context.db.transaction(async (tx) => {
    await lockStructure(tx, siret);
    const now = await context.clock.now(tx);
    await lapseIfDue(context, tx, siret, now);
    await lockHabilitation(tx, habilitationId);
    const current = await ownHabilitation(tx, accountId, habilitationId);
    const waits = current.state === 'awaiting_letter' || current.state === 'awaiting_administrator';
    if (waits) await takeBack(context, tx, current, now);
    return ownHabilitation(tx, accountId, habilitationId);
  });
  await tryToDeleteEndedLetters(context);
  if (row.state !== 'cancelled') throw new Refusal('transition_refused', { state: row.state });
  return habilitationAnswer(row);
}
