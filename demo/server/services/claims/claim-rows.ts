import type { Claim, Letter, StructureSummary } from '../../../../src/contract.js';
import { LIMITS } from '../../limits.js';
import { Refusal } from '../../refusal.js';
import type { Sql } from '../../store/database.js';

export interface ClaimRow {
  readonly claim_id: string;
  readonly account_id: string;
  readonly membership_id: string;
  readonly siret: string;
  readonly state: Claim['state'];
  /** As it was when case 1 was accepted. */
  readonly structure: StructureSummary;
  readonly created_at: Date;
  readonly expires_at: Date | null;
  readonly ended_at: Date | null;
  /** When it is over by the clock: also for one whose letter could never be made, so that it blocks nobody for ever. */
  readonly ends_at: Date;
}

export interface LetterRow {
  readonly letter_id: string;
  readonly claim_id: string;
  readonly number: number;
  readonly state: Letter['state'];
  readonly address_lines: string[];
  readonly code_digest: string;
  readonly tries: number;
  readonly requested_at: Date;
  readonly sent_at: Date | null;
  readonly expires_at: Date | null;
}

/** SQL for the instant at which a claim is over by the clock. */
export const CLAIM_END = `coalesce(claims.expires_at, claims.created_at + make_interval(hours => ${LIMITS.letter.claimDays * 24}))`;

export const CLAIM_COLUMNS = `claims.claim_id, claims.account_id, claims.membership_id, claims.siret, claims.state, claims.structure,
  claims.created_at, claims.expires_at, claims.ended_at, ${CLAIM_END} AS ends_at`;

const LETTER_COLUMNS =
  'letter_id, claim_id, number, state, address_lines, code_digest, tries, requested_at, sent_at, expires_at';

/** @throws {Refusal} `not_found`, also for somebody else's. */
export async function ownClaim(sql: Sql, accountId: string, claimId: string): Promise<ClaimRow> {
  const [row] = await sql.query<ClaimRow>(`SELECT ${CLAIM_COLUMNS} FROM claims WHERE claim_id = $1 AND account_id = $2`, [claimId, accountId]);
  if (!row) throw new Refusal('not_found');
  return row;
}

/** Letters of a claim, the last one first. */
export async function lettersOf(sql: Sql, claimId: string): Promise<LetterRow[]> {
  return sql.query<LetterRow>(`SELECT ${LETTER_COLUMNS} FROM letters WHERE claim_id = $1 ORDER BY number DESC`, [claimId]);
}

/** @throws when a claim has no letter; one is made with it. */
export async function lastLetter(sql: Sql, claimId: string): Promise<LetterRow> {
  const [row] = await lettersOf(sql, claimId);
  if (!row) throw new Error('letter_missing');
  return row;
}
