import { randomInt } from 'node:crypto';
import { loginIdStem } from '../../../../src/contract.js';
import type { Sql } from '../../store/database.js';

const DIGITS = 3;
const DIGITS_MAX = 9;
/** Draws of one length before a longer one: with half of the numbers taken, one in a thousand people gets there needlessly. */
const DRAWS = 10;

/** Gives an identifier that nobody has or had. Two at once never get the same: the table's key decides. */
export async function giveLoginId(tx: Sql, firstName: string, lastName: string, now: Date): Promise<string> {
  const stem = loginIdStem(firstName, lastName);
  for (let digits = DIGITS; digits <= DIGITS_MAX; digits++) {
    for (let draw = 0; draw < DRAWS; draw++) {
      const loginId = stem + String(randomInt(10 ** digits)).padStart(digits, '0');
      const rows = await tx.query('INSERT INTO login_ids (login_id, created_at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING login_id', [
        loginId,
        now,
      ]);
      if (rows.length > 0) return loginId;
    }
  }
  throw new Error('login_ids_exhausted');
}
