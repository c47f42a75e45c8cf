import { randomUUID } from 'node:crypto';
import type { JobFunction, Membership } from '../../../../src/contract.js';
import type { Context } from '../../context.js';
import { Refusal } from '../../refusal.js';
import type { Sql } from '../../store/database.js';
import { countCaseLookup } from '../habilitations/case-quota.js';
import { askDirectory } from '../structures/facts.js';
import { record } from '../structures/history.js';
import { lockPerson } from '../structures/locks.js';
import { membershipAnswers } from './membership-answers.js';
import { membershipIn, membershipsOf, ownMembership, type MembershipRow } from './membership-rows.js';

/** The person's structures, the default one first. */
export async function listMemberships(context: Context, accountId: string): Promise<Membership[]> {
  return membershipAnswers(context, accountId, await membershipsOf(context.db, accountId));
}

async function answerFor(context: Context, row: MembershipRow): Promise<Membership> {
  const [answer] = await membershipAnswers(context, row.account_id, [row]);
  if (!answer) throw new Refusal('not_found');
  return answer;
}

async function attach(context: Context, tx: Sql, accountId: string, siret: string): Promise<MembershipRow | Refusal> {
  await lockPerson(tx, accountId);
  const existing = await membershipIn(tx, accountId, siret);
  if (existing) return existing;
  const now = await context.clock.now(tx);
  // A member is told whether there is an administrator, which tells the case; the day's allowance of cases holds here too.
  const retryAfter = await countCaseLookup(tx, accountId, siret, now);
  if (retryAfter !== undefined) return new Refusal('too_many_requests', { retryAfter });
  const others = await membershipsOf(tx, accountId);
  const membershipId = randomUUID();
  await tx.query(
    `INSERT INTO memberships (membership_id, account_id, siret, state, is_default, created_at)
     VALUES ($1, $2, $3, 'active', $4, $5)`,
    [membershipId, accountId, siret, others.length === 0, now],
  );
  await record(tx, { at: now, siret, action: 'membership_created', actorId: accountId, subjectId: accountId });
  return ownMembership(tx, accountId, membershipId);
}

/**
 * Attaches a person to a structure; the first one becomes their default. Attached already, they get that attachment.
 *
 * @throws {Refusal} `structure_unknown`, `structure_closed`, `directory_unavailable`, `too_many_requests`.
 */
export async function createMembership(context: Context, accountId: string, siret: string): Promise<Membership> {
  const existing = await membershipIn(context.db, accountId, siret);
  if (existing) return answerFor(context, existing);
  const facts = await askDirectory(context, siret);
  if (facts.closed) throw new Refusal('structure_closed');
  const row = await context.db.transaction((tx) => attach(context, tx, accountId, siret));
  if (row instanceof Refusal) throw row;
  return answerFor(context, row);
}

/** @throws {Refusal} `not_found`. */
export async function updateMembership(
  context: Context,
  accountId: string,
  membershipId: string,
  jobFunction: JobFunction,
): Promise<Membership> {
  await ownMembership(context.db, accountId, membershipId);
  await context.db.query(
    "UPDATE memberships SET job_function = $3 WHERE membership_id = $1 AND account_id = $2 AND state = 'active'",
    [membershipId, accountId, jobFunction],
  );
  return answerFor(context, await ownMembership(context.db, accountId, membershipId));
}
