import type { Context } from '../../context.js';
import { LIMITS } from '../../limits.js';
import { CLAIM_END } from '../claims/claim-rows.js';
import { lapseIfDue } from '../claims/end-claim.js';
import { deleteAbandonedDrafts, deleteEndedLetters } from '../letters/letter-files.js';
import { lockStructure } from './locks.js';
import { daysAfter } from './time.js';

/** Rows taken at a time, so that a long pause of the server is caught up in short transactions. */
const BATCH = 500;

/** Ends the claims whose days are over, with their letters and requests; one transaction each, so that one in trouble holds up no other. */
export async function lapseClaims(context: Context, now: Date): Promise<void> {
  const due = await context.db.query<{ siret: string }>(`SELECT siret FROM claims WHERE state = 'open' AND ${CLAIM_END} <= $1`, [now]);
  for (const { siret } of due) {
    const lapsed = context.db.transaction(async (tx) => {
      await lockStructure(tx, siret);
      await lapseIfDue(context, tx, siret, now);
    });
    await lapsed.catch((error: unknown) => context.log.error({ err: error }, 'a claim could not be ended'));
  }
}

/** Ends the requests that no administrator decided in time. */
export async function expireRequests(context: Context, now: Date): Promise<void> {
  const before = daysAfter(now, -LIMITS.habilitation.awaitingDays);
  for (;;) {
    const rows = await context.db.query(
      `WITH due AS (
         SELECT habilitation_id FROM habilitations
         WHERE state = 'awaiting_administrator' AND requested_at <= $1
         ORDER BY requested_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED
       ), expired AS (
         UPDATE habilitations SET state = 'expired', decided_at = $2
         FROM due WHERE habilitations.habilitation_id = due.habilitation_id
         RETURNING habilitations.siret, habilitations.account_id, habilitations.service_id
       )
       INSERT INTO history (at, siret, action, subject_id, service_id)
       SELECT $2, siret, 'habilitation_expired', account_id, service_id FROM expired
       RETURNING history_id`,
      [before, now],
    );
    if (rows.length < BATCH) return;
  }
}

/** Deletes the files of ended letters that an earlier try could not. */
export async function clearLetters(context: Context): Promise<void> {
  await deleteEndedLetters(context);
  await deleteAbandonedDrafts(context.config.letterDir);
}
