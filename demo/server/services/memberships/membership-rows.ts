import type { JobFunction } from '../../../../src/contract.js';
import { Refusal } from '../../refusal.js';
import type { Sql } from '../../store/database.js';

export interface MembershipRow {
  readonly membership_id: string;
  readonly account_id: string;
  readonly siret: string;
  readonly state: 'active' | 'ended';
  readonly is_default: boolean;
  readonly job_function: JobFunction | null;
}

const COLUMNS = 'membership_id, account_id, siret, state, is_default, job_function';

/** A person's structures, the default one first, then in the order of attachment. */
export async function membershipsOf(sql: Sql, accountId: string): Promise<MembershipRow[]> {
  return sql.query<MembershipRow>(
    `SELECT ${COLUMNS} FROM memberships WHERE account_id = $1 AND state = 'active'
     ORDER BY is_default DESC, created_at, membership_id`,
    [accountId],
  );
}

/**
 * An active membership of this very person.
 *
 * @throws {Refusal} `not_found`, also for somebody else's and for one that has ended.
 */
export async function ownMembership(sql: Sql, accountId: string, membershipId: string): Promise<MembershipRow> {
  const [row] = await sql.query<MembershipRow>(
    `SELECT ${COLUMNS} FROM memberships WHERE membership_id = $1 AND account_id = $2 AND state = 'active'`,
    [membershipId, accountId],
  );
  if (!row) throw new Refusal('not_found');
  return row;
}

/** This person's active membership of a structure. */
export async function membershipIn(sql: Sql, accountId: string, siret: string): Promise<MembershipRow | undefined> {
  const [row] = await sql.query<MembershipRow>(
    `SELECT ${COLUMNS} FROM memberships WHERE account_id = $1 AND siret = $2 AND state = 'active'`,
    [accountId, siret],
  );
  return row;
}

export async function isActiveMembership(sql: Sql, membershipId: string): Promise<boolean> {
  const rows = await sql.query("SELECT 1 FROM memberships WHERE membership_id = $1 AND state = 'active'", [membershipId]);
  return rows.length > 0;
}
