import type { HabilitationCase } from '../../../../src/contract.js';
import type { Context } from '../../context.js';
import { Refusal } from '../../refusal.js';
import { findService } from '../catalogue/catalogue.js';
import { requireFor } from '../catalogue/requirements.js';
import { ownMembership } from '../memberships/membership-rows.js';
import { lockPerson } from '../structures/locks.js';
import { caseFor } from './case.js';
import { countCaseLookup } from './case-quota.js';

/**
 * What asking for a service would do now.
 *
 * @throws {Refusal} `not_found`, `service_unknown`, `job_function_missing`, `client_code_missing`, `case_quota_reached`.
 */
export async function readHabilitationCase(
  context: Context,
  accountId: string,
  membershipId: string,
  serviceId: string,
): Promise<HabilitationCase> {
  const membership = await ownMembership(context.db, accountId, membershipId);
  const { siret } = membership;
  await requireFor(context.db, findService(serviceId), membership);
  return context.db.transaction(async (tx) => {
    await lockPerson(tx, accountId);
    const now = await context.clock.now(tx);
    const retryAfter = await countCaseLookup(tx, accountId, siret, now);
    if (retryAfter !== undefined) throw new Refusal('case_quota_reached', { retryAfter });
    return caseFor(tx, accountId, siret, now);
  });
}
