import { randomUUID } from 'node:crypto';
import type { Habilitation, HabilitationCase, StructureSummary } from '../../../../src/contract.js';
import type { Context } from '../../context.js';
import { Refusal } from '../../refusal.js';
import type { Sql } from '../../store/database.js';
import { findService, type CatalogueEntry } from '../catalogue/catalogue.js';
import { requireFor } from '../catalogue/requirements.js';
import { lapseIfDue } from '../claims/end-claim.js';
import { openClaim } from '../claims/open-claim.js';
import { ownMembership, type MembershipRow } from '../memberships/membership-rows.js';
import { currentFacts } from '../structures/facts.js';
import { record } from '../structures/history.js';
import { lockPerson, lockStructure } from '../structures/locks.js';
import { caseFor } from './case.js';
import { countCaseLookup } from './case-quota.js';
import { findHabilitation, habilitationAnswer, insertHabilitation, liveHabilitation, type HabilitationRow } from './habilitation-rows.js';
import { tellAdministrators } from './tell-administrators.js';

interface Asked {
  readonly membership: MembershipRow;
  readonly serviceId: string;
  readonly structure: StructureSummary;
  readonly now: Date;
}

type Start = Pick<HabilitationRow, 'state' | 'claim_id' | 'decided_at' | 'decided_by'>;

async function insert(tx: Sql, { membership, serviceId, now }: Asked, start: Start): Promise<HabilitationRow> {
  const row: HabilitationRow = {
    habilitation_id: randomUUID(),
    account_id: membership.account_id,
    membership_id: membership.membership_id,
    siret: membership.siret,
    service_id: serviceId,
    requested_at: now,
    reason: null,
    ...start,
  };
  await insertHabilitation(tx, row);
  const { account_id: person, siret } = membership;
  const entry = { at: now, siret, actorId: person, subjectId: person, serviceId };
  await record(tx, { ...entry, action: 'habilitation_requested' });
  if (start.state === 'granted') await record(tx, { ...entry, action: 'habilitation_granted_alone' });
  return row;
}

async function openClaimOf(tx: Sql, { membership_id: membershipId }: MembershipRow): Promise<string | null> {
  const [claim] = await tx.query<{ claim_id: string }>("SELECT claim_id FROM claims WHERE membership_id = $1 AND state = 'open'", [membershipId]);
  return claim?.claim_id ?? null;
}

const WAITS: Start = { state: 'awaiting_administrator', claim_id: null, decided_at: null, decided_by: null };

/** Does what the case says. The caller holds the structure's lock. */
async function carryOut(context: Context, tx: Sql, asked: Asked, current: HabilitationCase): Promise<HabilitationRow> {
  const { membership, structure, now } = asked;
  switch (current) {
    case 'first_user': {
      const claim_id = await openClaim(context, tx, membership, structure, now);
      // One that waited for an administrator has just been moved to the letter.
      const moved = await liveHabilitation(tx, membership.membership_id, asked.serviceId);
      return moved ?? insert(tx, asked, { ...WAITS, state: 'awaiting_letter', claim_id });
    }
    case 'own_claim':
      return insert(tx, asked, { ...WAITS, state: 'awaiting_letter', claim_id: await openClaimOf(tx, membership) });
    case 'future_administrator':
      return insert(tx, asked, WAITS);
    case 'administrator': {
      const row = await insert(tx, asked, WAITS);
      await tellAdministrators(context, tx, row, structure.name, now);
      return row;
    }
    case 'sole_administrator':
      return insert(tx, asked, { ...WAITS, state: 'granted', decided_at: now, decided_by: membership.account_id });
  }
}

/** What a person sent is asked again under the lock, since all of it may have changed. */
async function ask(
  context: Context,
  tx: Sql,
  { membership: seen, entry, accepted, structure }: { membership: MembershipRow; entry: CatalogueEntry; accepted: HabilitationCase; structure: StructureSummary },
): Promise<HabilitationRow> {
  const { account_id: accountId, membership_id: membershipId, siret } = seen;
  const { serviceId } = entry.service;
  await lockStructure(tx, siret);
  const now = await context.clock.now(tx);
  const membership = await ownMembership(tx, accountId, membershipId);
  await lapseIfDue(context, tx, siret, now);
  const current = await caseFor(tx, accountId, siret, now);
  const existing = await liveHabilitation(tx, membershipId, serviceId);
  // One that waits while nobody is left to decide may become a claim of its requester.
  const revivable = existing?.state === 'awaiting_administrator' && current === 'first_user' && accepted === 'first_user';
  if (existing && !revivable) return existing;
  await requireFor(tx, entry, membership);
  if (structure.closed) throw new Refusal('structure_closed');
  if (current !== accepted) throw new Refusal('case_changed', { case: current });
  return carryOut(context, tx, { membership, serviceId, structure, now }, current);
}

/** @throws {Refusal} `too_many_requests`: a refusal would tell the case of one structure too many today. */
async function allowCase(context: Context, accountId: string, siret: string): Promise<void> {
  const retryAfter = await context.db.transaction(async (tx) => {
    await lockPerson(tx, accountId);
    return countCaseLookup(tx, accountId, siret, await context.clock.now(tx));
  });
  if (retryAfter !== undefined) throw new Refusal('too_many_requests', { retryAfter });
}

/**
 * Asks for a service. What the person accepted is what happens, or `case_changed` says which case holds now.
 * Someone who waits for it or holds it already gets that one.
 *
 * @throws {Refusal} as the operation lists.
 */
export async function createHabilitation(
  context: Context,
  accountId: string,
  asked: { membershipId: string; serviceId: string; acceptedCase: HabilitationCase },
): Promise<Habilitation> {
  const membership = await ownMembership(context.db, accountId, asked.membershipId);
  const entry = findService(asked.serviceId);
  const structure = await currentFacts(context, membership.siret);
  await allowCase(context, accountId, membership.siret);
  const { habilitation_id: id } = await context.db.transaction((tx) =>
    ask(context, tx, { membership, entry, accepted: asked.acceptedCase, structure }),
  );
  const row = await findHabilitation(context.db, id);
  if (!row) throw new Refusal('not_found');
  return habilitationAnswer(row);
}
