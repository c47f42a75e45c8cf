import { emailKey } from '../../../../src/contract.js';
import type { Context } from '../../context.js';
import { OFFSET_SQL } from '../../store/clock.js';
import { lockSql } from '../../store/locks.js';
import type { Keys } from '../../store/keys.js';
import type { Sql } from '../../store/database.js';

/** An address as the counts know it: they hold no address. */
export function addressDigest(keys: Keys, email: string): string {
  return keys.digest('address', emailKey(email));
}

/** Lets one transaction at a time send codes to an address, or try them. @returns The application's time. */
export async function lockAddress({ clock }: Context, tx: Sql, digest: string): Promise<Date> {
  const [row] = await tx.query<{ offset_seconds: number }>(`SELECT ${OFFSET_SQL} AS offset_seconds, ${lockSql('$1')} IS NULL AS locked`, [
    `address:${digest}`,
  ]);
  return clock.at(row?.offset_seconds ?? 0);
}
