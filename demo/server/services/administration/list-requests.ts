import type { AnswerOf, operations } from '../../../../src/contract.js';
import type { Context } from '../../context.js';
import { serviceName } from '../catalogue/catalogue.js';
import { HABILITATION_COLUMNS, habilitationAnswer, type HabilitationRow } from '../habilitations/habilitation-rows.js';
import { administered, MOST_COUNTED, PAGE_SIZE, USER_COLUMNS, userAnswer, type UserRow } from './user-rows.js';

const WAITING = "FROM habilitations WHERE habilitations.siret = $1 AND habilitations.state = 'awaiting_administrator'";

/**
 * Requests of a structure that wait for its administrators, the oldest first.
 *
 * @throws {Refusal} `not_found`, `not_administrator`.
 */
export async function listRequests(
  context: Context,
  accountId: string,
  membershipId: string,
  page: number,
): Promise<AnswerOf<typeof operations.listRequests>> {
  const { membership, administration } = await administered(context, accountId, membershipId);
  const [counted] = await context.db.query<{ total: number }>(
    `SELECT count(*)::int AS total FROM (SELECT 1 ${WAITING} LIMIT ${MOST_COUNTED}) AS waiting`,
    [membership.siret],
  );
  const rows = await context.db.query<HabilitationRow & UserRow>(
    `SELECT ${HABILITATION_COLUMNS}, ${USER_COLUMNS}
     FROM (SELECT * ${WAITING} ORDER BY requested_at, habilitation_id LIMIT ${PAGE_SIZE} OFFSET $2) AS habilitations
     JOIN memberships USING (membership_id)
     JOIN accounts ON accounts.account_id = habilitations.account_id
     ORDER BY requested_at, habilitation_id`,
    [membership.siret, (page - 1) * PAGE_SIZE],
  );
  return {
    results: rows.map((row) => ({
      habilitation: habilitationAnswer(row),
      serviceName: serviceName(row.service_id),
      user: userAnswer(row, administration, accountId),
    })),
    total: counted?.total ?? 0,
    page,
    pageSize: PAGE_SIZE,
  };
}
