import type { ServiceOffer } from '../../../../src/contract.js';
import { clientCodeOf } from '../../directory/clients.js';
import { Refusal } from '../../refusal.js';
import type { Sql } from '../../store/database.js';
import type { MembershipRow } from '../memberships/membership-rows.js';
import type { CatalogueEntry } from './catalogue.js';

/** What stands in the way of asking for a service, in the order in which to put it right. */
export function missingFor(
  entry: CatalogueEntry,
  membership: Pick<MembershipRow, 'job_function'> | undefined,
  isClient: boolean,
): ServiceOffer['missing'] {
  if (!membership) return ['membership'];
  if (!entry.loans) return [];
  const missing: ServiceOffer['missing'] = [];
  if (membership.job_function === null) missing.push('job_function');
  if (!isClient) missing.push('client_code');
  return missing;
}

/** @throws {Refusal} `job_function_missing` or `client_code_missing`: the first thing to put right. */
export async function requireFor(sql: Sql, entry: CatalogueEntry, membership: MembershipRow): Promise<void> {
  const isClient = (await clientCodeOf(sql, membership.siret)) !== undefined;
  const [first] = missingFor(entry, membership, isClient);
  if (first === 'job_function') throw new Refusal('job_function_missing');
  if (first === 'client_code') throw new Refusal('client_code_missing');
}
