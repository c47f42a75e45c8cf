import { randomUUID } from 'node:crypto';
import type { StructureSummary } from '../../../../src/contract.js';
import type { Context } from '../../context.js';
import type { Sql } from '../../store/database.js';
import { digestCode, newActivationCode, sealCode } from '../claims/code.js';
import { record } from '../structures/history.js';

/** The structure's postal address, street first, postcode and town last. */
export function addressLinesOf(structure: StructureSummary): string[] {
  const town = [structure.postcode, structure.town].filter((part) => part !== null).join(' ');
  return [structure.address ?? '', town].filter((line) => line !== '');
}

export interface LetterOrder {
  readonly claimId: string;
  readonly accountId: string;
  /** As it was when case 1 was accepted. */
  readonly structure: StructureSummary;
  /** 1 for the first letter of the claim. */
  readonly number: number;
}

/** Draws a code, and orders the letter that will carry it, in the transaction of what caused it. */
export async function queueLetter(context: Context, tx: Sql, order: LetterOrder, now: Date): Promise<void> {
  const letterId = randomUUID();
  const code = newActivationCode();
  const { siret } = order.structure;
  await tx.query(
    `INSERT INTO letters (letter_id, claim_id, account_id, siret, number, state, address_lines, code_digest, sealed_code, requested_at)
     VALUES ($1, $2, $3, $4, $5, 'queued', $6::text[], $7, $8, $9)`,
    [
      letterId, order.claimId, order.accountId, siret, order.number, addressLinesOf(order.structure),
      digestCode(context.keys, letterId, code), sealCode(context.keys, letterId, code), now,
    ],
  );
  await record(tx, { at: now, siret, action: 'letter_requested', actorId: order.accountId, subjectId: order.accountId });
  await context.jobs.makeLetter(tx, letterId);
}
