import type { Civility, JobFunction, StructureUser } from '../../../../src/contract.js';
import type { Context } from '../../context.js';
import { Refusal } from '../../refusal.js';
import { ownMembership, type MembershipRow } from '../memberships/membership-rows.js';
import { administrationOf, roleIn, type Administration } from '../structures/administrators.js';

export const PAGE_SIZE = 25;

/** Past this many, a total reads as this many. */
export const MOST_COUNTED = 10_000;

export interface UserRow {
  readonly membership_id: string;
  readonly account_id: string;
  readonly civility: Civility;
  readonly first_name: string;
  readonly last_name: string;
  readonly email: string;
  readonly job_function: JobFunction | null;
}

/** Columns of {@link UserRow}, over `memberships` joined with `accounts`. */
export const USER_COLUMNS =
  'memberships.membership_id, accounts.account_id, civility, first_name, last_name, accounts.email, memberships.job_function';

export function userAnswer(row: UserRow, administration: Administration, asker: string): StructureUser {
  return {
    membershipId: row.membership_id,
    civility: row.civility,
    firstName: row.first_name,
    lastName: row.last_name,
    email: row.email,
    jobFunction: row.job_function,
    role: roleIn(administration, row.account_id),
    isSelf: row.account_id === asker,
  };
}

/**
 * The structure that a person administers through this membership of theirs.
 *
 * @throws {Refusal} `not_found` for a membership that isn't theirs, `not_administrator`.
 */
export async function administered(
  context: Context,
  accountId: string,
  membershipId: string,
): Promise<{ membership: MembershipRow; administration: Administration }> {
  const membership = await ownMembership(context.db, accountId, membershipId);
  const administration = await administrationOf(context.db, membership.siret, await context.clock.now(context.db));
  if (!administration.active.includes(accountId)) throw new Refusal('not_administrator');
  return { membership, administration };
}
