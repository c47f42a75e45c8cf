import { randomBytes, randomUUID } from 'node:crypto';
import type { Account, Session } from '../../../../src/contract.js';
import type { Context } from '../../context.js';
import { LIMITS } from '../../limits.js';
import { OFFSET_SQL } from '../../store/clock.js';
import type { Keys } from '../../store/keys.js';
import type { Sql } from '../../store/database.js';

/** How old "last seen" may get before a request writes it anew, in milliseconds: a write for each would be too dear. */
const SEEN_PRECISION = 5000;

interface SessionRow extends AccountRow {
  session_id: string;
  /** Of the session. */
  created_at: Date;
  last_seen_at: Date;
  offset_seconds: number;
}

function tokenDigest(keys: Keys, token: string): string {
  return keys.digest('session-token', token);
}

/** When a session ends, whatever is done. */
function endOf(createdAt: Date): number {
  return createdAt.getTime() + LIMITS.session.absolute * 1000;
}

export interface FoundSession {
  readonly sessionId: string;
  readonly accountId: string;
  /** As its holder sees it. */
  readonly session: Session;
}

/** Finds the session of a token with its account, in one question, and counts the request as a sign of life. */
export async function findSession(
  { db, keys, clock }: Context,
  brought: { token: string; transport: 'cookie' | 'bearer' },
): Promise<FoundSession | undefined> {
  const [row] = await db.query<SessionRow>(
    `SELECT session_id, sessions.created_at, last_seen_at, account_id, login_id, civility, first_name, last_name, email,
       ${OFFSET_SQL} AS offset_seconds
     FROM sessions JOIN accounts USING (account_id) WHERE token_digest = $1 AND transport = $2`,
    [tokenDigest(keys, brought.token), brought.transport],
  );
  if (!row) return undefined;
  const now = clock.at(row.offset_seconds);
  const unseen = now.getTime() - row.last_seen_at.getTime();
  if (now.getTime() >= endOf(row.created_at) || unseen >= LIMITS.session.idle * 1000) return undefined;
  if (unseen > SEEN_PRECISION) await db.query('UPDATE sessions SET last_seen_at = $2 WHERE session_id = $1', [row.session_id, now]);
  return { sessionId: row.session_id, accountId: row.account_id, session: sessionOf(row, row.created_at, now) };
}

/** Opens a session with a new token, which is kept nowhere. */
export async function openSession(
  context: Context,
  tx: Sql,
  accountId: string,
  transport: 'cookie' | 'bearer',
  now: Date,
): Promise<{ token: string }> {
  const token = randomBytes(LIMITS.session.tokenBytes).toString('base64url');
  await tx.query(
    `INSERT INTO sessions (session_id, token_digest, account_id, transport, created_at, last_seen_at) VALUES ($1, $2, $3, $4, $5, $5)`,
    [randomUUID(), tokenDigest(context.keys, token), accountId, transport, now],
  );
  return { token };
}

export async function endSession(sql: Sql, sessionId: string): Promise<void> {
  await sql.query('DELETE FROM sessions WHERE session_id = $1', [sessionId]);
}

export interface AccountRow {
  readonly account_id: string;
  readonly login_id: string;
  readonly civility: Account['civility'];
  readonly first_name: string;
  readonly last_name: string;
  readonly email: string;
}

/** A session as its holder sees it, without the token. */
export function sessionOf(row: AccountRow, createdAt: Date, now: Date): Session {
  const expiresIn = Math.max(0, Math.floor((endOf(createdAt) - now.getTime()) / 1000));
  return {
    account: {
      accountId: row.account_id,
      loginId: row.login_id,
      civility: row.civility,
      firstName: row.first_name,
      lastName: row.last_name,
      email: row.email,
    },
    idleExpiresIn: Math.min(LIMITS.session.idle, expiresIn),
    expiresIn,
  };
}
