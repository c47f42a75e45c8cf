import type { Sql } from '../../store/database.js';

export type HistoryAction =
  | 'membership_created'
  | 'claim_opened'
  | 'claim_activated'
  | 'claim_cancelled'
  | 'claim_lapsed'
  | 'claim_disowned'
  | 'letter_requested'
  | 'letter_sent'
  | 'habilitation_requested'
  | 'habilitation_granted'
  | 'habilitation_granted_alone'
  | 'habilitation_refused'
  | 'habilitation_cancelled'
  | 'habilitation_expired';

/** Who did what to whom in a structure. */
export interface HistoryEntry {
  readonly at: Date;
  readonly siret: string;
  readonly action: HistoryAction;
  /** `null`: nobody who has an account; time passed, or the structure spoke. */
  readonly actorId: string | null;
  readonly subjectId: string;
  readonly serviceId?: string;
  readonly reason?: string;
}

/** Writes one line of a structure's history, in the transaction of what happened. */
export async function record(tx: Sql, entry: HistoryEntry): Promise<void> {
  await tx.query(
    `INSERT INTO history (at, siret, action, actor_id, subject_id, service_id, reason)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [entry.at, entry.siret, entry.action, entry.actorId, entry.subjectId, entry.serviceId ?? null, entry.reason ?? null],
  );
}
