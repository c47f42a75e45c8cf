import type { Sql } from '../../store/database.js';
import { CLAIM_END } from '../claims/claim-rows.js';

/** Who administers a structure. */
export interface Administration {
  /** Accounts of the active administrators. */
  readonly active: readonly string[];
  /** Account of the one who waits for the letter's code. */
  readonly future: string | undefined;
}

interface AdministratorRow {
  siret: string;
  account_id: string;
  state: 'future' | 'active';
}

const NOBODY: Administration = { active: [], future: undefined };

/**
 * Who administers these structures now. A future administrator whose claim is over by the clock is none,
 * even before the sweep has said so.
 */
export async function administrationsOf(sql: Sql, sirets: readonly string[], now: Date): Promise<(siret: string) => Administration> {
  const rows = await sql.query<AdministratorRow>(
    `SELECT administrators.siret, administrators.account_id, administrators.state
     FROM administrators
     JOIN memberships USING (membership_id)
     LEFT JOIN claims ON claims.claim_id = administrators.claim_id
     WHERE administrators.siret = ANY($1::text[])
       AND memberships.state = 'active'
       AND (administrators.state = 'active'
         OR (administrators.state = 'future' AND ${CLAIM_END} > $2))
     ORDER BY administrators.activated_at`,
    [sirets, now],
  );
  const found = new Map<string, { active: string[]; future: string | undefined }>();
  for (const row of rows) {
    const entry = found.get(row.siret) ?? { active: [], future: undefined };
    if (row.state === 'active') entry.active.push(row.account_id);
    else entry.future = row.account_id;
    found.set(row.siret, entry);
  }
  return (siret) => found.get(siret) ?? NOBODY;
}

export async function administrationOf(sql: Sql, siret: string, now: Date): Promise<Administration> {
  return (await administrationsOf(sql, [siret], now))(siret);
}

/** What one person is in a structure. */
export function roleIn(administration: Administration, accountId: string): 'user' | 'future_administrator' | 'administrator' {
  if (administration.active.includes(accountId)) return 'administrator';
  return administration.future === accountId ? 'future_administrator' : 'user';
}
