import { emailKey } from '../../../../src/contract.js';
import { locales, type Locale } from '../../mail/locale.js';
import { lockName } from '../../store/locks.js';
import type { Keys } from '../../store/keys.js';
import type { Sql } from '../../store/database.js';

/** An address as the counts know it: they hold no address. */
export function addressDigest(keys: Keys, email: string): string {
  return keys.digest('address', emailKey(email));
}

/** Lets one transaction at a time send codes to an address, or try them. */
export async function lockAddress(tx: Sql, digest: string): Promise<void> {
  await lockName(tx, `address:${digest}`);
}

/** A language that mails are written in; French for one that has no catalogue yet. */
export function mailLocale(locale: string): Locale {
  return locales.find((known) => known === locale) ?? 'fr';
}
