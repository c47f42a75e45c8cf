import type { Membership } from '../../../../src/contract.js';
import type { Context } from '../../context.js';
import { clientCodeOf } from '../../directory/clients.js';
import type { Sql } from '../../store/database.js';
import { CLAIM_END } from '../claims/claim-rows.js';
import { administrationsOf, roleIn, type Administration } from '../structures/administrators.js';
import { listedFacts } from '../structures/facts.js';
import type { MembershipRow } from './membership-rows.js';

function administrationWord({ active, future }: Administration): Membership['administration'] {
  if (active.length > 0) return 'active';
  return future === undefined ? 'none' : 'future';
}

/** Claims of a person that wait for their letter's code, by membership. */
async function openClaimsOf(sql: Sql, accountId: string, now: Date): Promise<Map<string, string>> {
  const rows = await sql.query<{ membership_id: string; claim_id: string }>(
    `SELECT membership_id, claim_id FROM claims WHERE account_id = $1 AND state = 'open' AND ${CLAIM_END} > $2`,
    [accountId, now],
  );
  return new Map(rows.map((row) => [row.membership_id, row.claim_id]));
}

/** Memberships of one person as that person is shown them. Never inside a transaction. */
export async function membershipAnswers(context: Context, accountId: string, rows: readonly MembershipRow[]): Promise<Membership[]> {
  const { db } = context;
  const sirets = rows.map((row) => row.siret);
  const now = await context.clock.now(db);
  const facts = await listedFacts(context, sirets);
  const administrations = await administrationsOf(db, sirets, now);
  const claims = await openClaimsOf(db, accountId, now);
  const codes = await Promise.all(sirets.map((siret) => clientCodeOf(db, siret)));
  return rows.flatMap((row, index) => {
    const structure = facts.get(row.siret);
    if (!structure) return [];
    const administration = administrations(row.siret);
    return {
      membershipId: row.membership_id,
      structure,
      isDefault: row.is_default,
      jobFunction: row.job_function,
      clientCode: codes[index] ?? null,
      administration: administrationWord(administration),
      role: roleIn(administration, accountId),
      openClaimId: claims.get(row.membership_id) ?? null,
    };
  });
}
