import type { ServiceOffer } from '../../../../src/contract.js';
import type { Context } from '../../context.js';
import { clientCodeOf } from '../../directory/clients.js';
import { habilitationAnswer, lastHabilitations } from '../habilitations/habilitation-rows.js';
import { ownMembership } from '../memberships/membership-rows.js';
import { CATALOGUE } from './catalogue.js';
import { missingFor } from './requirements.js';

/**
 * The catalogue for one of a person's structures, or for none.
 *
 * @throws {Refusal} `not_found` when the membership isn't the person's.
 */
export async function listServices(context: Context, accountId: string, membershipId: string | undefined): Promise<ServiceOffer[]> {
  if (membershipId === undefined) {
    return CATALOGUE.map((entry) => ({ service: entry.service, habilitation: null, missing: missingFor(entry, undefined, false) }));
  }
  const membership = await ownMembership(context.db, accountId, membershipId);
  const isClient = (await clientCodeOf(context.db, membership.siret)) !== undefined;
  const last = await lastHabilitations(context.db, membershipId);
  return CATALOGUE.map((entry) => {
    const row = last.get(entry.service.serviceId);
    return {
      service: entry.service,
      habilitation: row ? habilitationAnswer(row) : null,
      missing: missingFor(entry, membership, isClient),
    };
  });
}
