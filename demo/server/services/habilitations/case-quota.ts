import { LIMITS } from '../../limits.js';
import type { Sql } from '../../store/database.js';
import { daysAfter, secondsUntil } from '../structures/time.js';

/**
 * Counts that a person is told the case of a structure. The same structure again in the same 24 h is free.
 * The caller holds the person's lock.
 *
 * @returns Seconds to wait when the allowance is used up, and then nothing may be told.
 */
export async function countCaseLookup(tx: Sql, accountId: string, siret: string, now: Date): Promise<number | undefined> {
  const told = await tx.query<{ siret: string; looked_at: Date }>(
    'SELECT siret, looked_at FROM case_lookups WHERE account_id = $1 AND looked_at > $2 ORDER BY looked_at',
    [accountId, daysAfter(now, -1)],
  );
  if (told.some((row) => row.siret === siret)) return undefined;
  const most = LIMITS.habilitation.casesPerDay;
  const freed = told.length >= most ? told[told.length - most] : undefined;
  if (freed) return secondsUntil(daysAfter(freed.looked_at, 1), now);
  await tx.query(
    `INSERT INTO case_lookups (account_id, siret, looked_at) VALUES ($1, $2, $3)
     ON CONFLICT (account_id, siret) DO UPDATE SET looked_at = excluded.looked_at`,
    [accountId, siret, now],
  );
  return undefined;
}
