import type { AnswerOf, operations, UserRow as UserAnswer } from '../../../../src/contract.js';
import type { Context } from '../../context.js';
import type { Sql } from '../../store/database.js';
import { byCatalogue, serviceName } from '../catalogue/catalogue.js';
import { HABILITATION_COLUMNS, habilitationAnswer, LIVE_STATES, type HabilitationRow } from '../habilitations/habilitation-rows.js';
import { administered, MOST_COUNTED, PAGE_SIZE, USER_COLUMNS, userAnswer, type UserRow } from './user-rows.js';

const MEMBERS = "FROM memberships JOIN accounts USING (account_id) WHERE memberships.siret = $1 AND memberships.state = 'active'";

/** As a person sorts names: without accents, ligatures or case, whatever the database's language. */
function sortable(column: string): string {
  const bare = `regexp_replace(normalize(${column}, NFD), '[\\u0300-\\u036f]', '', 'g')`;
  return `lower(regexp_replace(${bare}, '[\\u0152\\u0153]', 'oe', 'g')) COLLATE "C"`;
}

/** What memberships hold or wait for, in the order of the catalogue. */
async function liveByMembership(sql: Sql, membershipIds: readonly string[]): Promise<Map<string, UserAnswer['habilitations']>> {
  const rows = await sql.query<HabilitationRow>(
    `SELECT ${HABILITATION_COLUMNS} FROM habilitations WHERE membership_id = ANY($1::text[]) AND state IN ${LIVE_STATES}`,
    [membershipIds],
  );
  rows.sort((a, b) => byCatalogue(a.service_id, b.service_id));
  const found = new Map<string, UserAnswer['habilitations']>();
  for (const row of rows) {
    const held = found.get(row.membership_id) ?? [];
    held.push({ habilitation: habilitationAnswer(row), serviceName: serviceName(row.service_id) });
    found.set(row.membership_id, held);
  }
  return found;
}

/**
 * Users of a structure with what they hold or wait for, by name.
 *
 * @throws {Refusal} `not_found`, `not_administrator`.
 */
export async function listUsers(
  context: Context,
  accountId: string,
  membershipId: string,
  page: number,
): Promise<AnswerOf<typeof operations.listUsers>> {
  const { membership, administration } = await administered(context, accountId, membershipId);
  const [counted] = await context.db.query<{ total: number }>(
    `SELECT count(*)::int AS total FROM (SELECT 1 ${MEMBERS} LIMIT ${MOST_COUNTED}) AS members`,
    [membership.siret],
  );
  const rows = await context.db.query<UserRow>(
    `SELECT ${USER_COLUMNS} ${MEMBERS}
     ORDER BY ${sortable('last_name')}, ${sortable('first_name')}, membership_id LIMIT ${PAGE_SIZE} OFFSET $2`,
    [membership.siret, (page - 1) * PAGE_SIZE],
  );
  const held = await liveByMembership(context.db, rows.map((row) => row.membership_id));
  return {
    results: rows.map((row) => ({ user: userAnswer(row, administration, accountId), habilitations: held.get(row.membership_id) ?? [] })),
    total: counted?.total ?? 0,
    page,
    pageSize: PAGE_SIZE,
  };
}
