import type { Habilitation, HabilitationState } from '../../../../src/contract.js';
import type { Sql } from '../../store/database.js';
import { isoOrNull } from '../structures/time.js';

export interface HabilitationRow {
  readonly habilitation_id: string;
  readonly account_id: string;
  readonly membership_id: string;
  readonly siret: string;
  readonly service_id: string;
  readonly state: HabilitationState;
  readonly claim_id: string | null;
  readonly requested_at: Date;
  readonly decided_at: Date | null;
  readonly decided_by: string | null;
  readonly reason: string | null;
}

export const HABILITATION_COLUMNS = `habilitation_id, habilitations.account_id, habilitations.membership_id, habilitations.siret,
  service_id, habilitations.state, claim_id, requested_at, decided_at, decided_by, reason`;

export const LIVE_STATES = "('awaiting_letter', 'awaiting_administrator', 'granted')";

export function habilitationAnswer(row: HabilitationRow): Habilitation {
  return {
    habilitationId: row.habilitation_id,
    membershipId: row.membership_id,
    serviceId: row.service_id,
    state: row.state,
    requestedAt: row.requested_at.toISOString(),
    decidedAt: isoOrNull(row.decided_at),
    reason: row.reason,
    claimId: row.claim_id,
  };
}

export async function findHabilitation(sql: Sql, habilitationId: string): Promise<HabilitationRow | undefined> {
  const [row] = await sql.query<HabilitationRow>(
    `SELECT ${HABILITATION_COLUMNS} FROM habilitations WHERE habilitation_id = $1`,
    [habilitationId],
  );
  return row;
}

/**
 * Waits until nobody else is changing a request: what is read after that holds until the end of the transaction. The sweep of
 * old requests takes no structure's lock.
 */
export async function lockHabilitation(tx: Sql, habilitationId: string): Promise<void> {
  await tx.query('SELECT 1 FROM habilitations WHERE habilitation_id = $1 FOR UPDATE', [habilitationId]);
}

/** The request for a service that waits or was granted. */
export async function liveHabilitation(sql: Sql, membershipId: string, serviceId: string): Promise<HabilitationRow | undefined> {
  const [row] = await sql.query<HabilitationRow>(
    `SELECT ${HABILITATION_COLUMNS} FROM habilitations
     WHERE membership_id = $1 AND service_id = $2 AND state IN ${LIVE_STATES}`,
    [membershipId, serviceId],
  );
  return row;
}

/** The last request of a membership for each service. */
export async function lastHabilitations(sql: Sql, membershipId: string): Promise<Map<string, HabilitationRow>> {
  const rows = await sql.query<HabilitationRow>(
    `SELECT DISTINCT ON (service_id) ${HABILITATION_COLUMNS} FROM habilitations
     WHERE membership_id = $1
     ORDER BY service_id, (state IN ${LIVE_STATES}) DESC, requested_at DESC, habilitation_id`,
    [membershipId],
  );
  return new Map(rows.map((row) => [row.service_id, row]));
}

/** @param row - Complete; written as it is. */
export async function insertHabilitation(tx: Sql, row: HabilitationRow): Promise<void> {
  await tx.query(
    `INSERT INTO habilitations (habilitation_id, account_id, membership_id, siret, service_id, state,
       claim_id, requested_at, decided_at, decided_by, reason)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      row.habilitation_id, row.account_id, row.membership_id, row.siret, row.service_id, row.state,
      row.claim_id, row.requested_at, row.decided_at, row.decided_by, row.reason,
    ],
  );
}
