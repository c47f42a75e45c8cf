import type { HabilitationCase } from '../../../../src/contract.js';
import type { Sql } from '../../store/database.js';
import { administrationOf } from '../structures/administrators.js';

/**
 * What accepting a request of this person will do now. Binding only under the structure's lock,
 * where what was accepted is compared with it.
 */
export async function caseFor(sql: Sql, accountId: string, siret: string, now: Date): Promise<HabilitationCase> {
  const { active, future } = await administrationOf(sql, siret, now);
  if (active.some((administrator) => administrator !== accountId)) return 'administrator';
  if (active.length > 0) return 'sole_administrator';
  if (future === accountId) return 'own_claim';
  return future === undefined ? 'first_user' : 'future_administrator';
}
