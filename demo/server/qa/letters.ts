import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../context.js';

interface LetterRow {
  letter_id: string;
  state: string;
  structure_name: string;
  first_name: string;
  last_name: string;
  requested_at: Date;
  sent_at: Date | null;
}

/** A letter as the console shows it. */
export interface ShownLetter {
  readonly id: string;
  readonly state: string;
  readonly structureName: string;
  readonly requester: string;
  readonly requestedAt: string;
  readonly sentAt: string | null;
  /** Where its PDF is from when it was sent until its code ends. */
  readonly url: string;
}

/** The newest first. */
export async function listLetters({ db }: Context): Promise<ShownLetter[]> {
  const rows = await db.query<LetterRow>(
    `SELECT letter_id, letters.state, claims.structure->>'name' AS structure_name, first_name, last_name, requested_at, sent_at
     FROM letters JOIN claims USING (claim_id) JOIN accounts ON accounts.account_id = letters.account_id
     ORDER BY requested_at DESC LIMIT 500`,
  );
  return rows.map((row) => ({
    id: row.letter_id,
    state: row.state,
    structureName: row.structure_name,
    requester: `${row.first_name} ${row.last_name}`,
    requestedAt: row.requested_at.toISOString(),
    sentAt: row.sent_at?.toISOString() ?? null,
    url: `/qa/letters/${row.letter_id}.pdf`,
  }));
}

/** @param letterId - Of a form that can't lead out of the folder; the router saw to it. */
export async function readLetterFile({ config }: Context, letterId: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await readFile(join(config.letterDir, `${letterId}.pdf`)));
  } catch {
    return undefined;
  }
}
