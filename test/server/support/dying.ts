import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '../../../demo/server/store/database.js';

/** Makes every transaction the last thing that a server does: it is committed, and nobody hears of it. */
export function diesAfterEachTransaction(db: Database): { restore(): void } {
  const { transaction } = db;
  const dying: Database['transaction'] = async (work) => {
    await transaction(work);
    return new Promise(() => {});
  };
  Object.assign(db, { transaction: dying });
  return { restore: () => void Object.assign(db, { transaction }) };
}

/** Looks until there is something, 5 s at most. */
export async function eventually<Found>(look: () => Promise<Found | undefined>): Promise<Found> {
  for (let looks = 0; looks < 100; looks++) {
    const found = await look();
    if (found !== undefined) return found;
    await wait(50);
  }
  throw new Error('It never happened.');
}
