import type { Context } from '../../context.js';
import type { Sql } from '../../store/database.js';
import { serviceName } from '../catalogue/catalogue.js';
import { links } from '../links.js';
import { membershipIn } from '../memberships/membership-rows.js';
import { administrationOf } from '../structures/administrators.js';
import { fullName, readPeople, readPerson, writeTo, type Person } from '../structures/people.js';
import { HABILITATION_COLUMNS, type HabilitationRow } from './habilitation-rows.js';

/** An active administrator, with the membership that makes them one. */
interface Administrator extends Person {
  readonly membershipId: string;
}

async function administratorsOf(tx: Sql, siret: string, now: Date): Promise<Administrator[]> {
  const { active } = await administrationOf(tx, siret, now);
  const administrators: Administrator[] = [];
  for (const person of await readPeople(tx, active)) {
    const membership = await membershipIn(tx, person.accountId, siret);
    if (membership) administrators.push({ ...person, membershipId: membership.membership_id });
  }
  return administrators;
}

async function tell(
  context: Context,
  tx: Sql,
  administrators: readonly Administrator[],
  requester: Person,
  structureName: string,
  { service_id: serviceId, requested_at: requestedOn }: Pick<HabilitationRow, 'service_id' | 'requested_at'>,
): Promise<void> {
  // Each alone: nobody learns from a mail who else administers.
  for (const administrator of administrators.filter((each) => each.accountId !== requester.accountId)) {
    await writeTo(context, tx, administrator, {
      template: 'habilitation_requested',
      civility: administrator.civility,
      lastName: administrator.lastName,
      requesterName: fullName(requester),
      structureName,
      serviceName: serviceName(serviceId),
      requestedOn,
      adminUrl: links.administration(context.config, administrator.membershipId),
    });
  }
}

/** Writes to every active administrator of a structure about one request. */
export async function tellAdministrators(context: Context, tx: Sql, request: HabilitationRow, structureName: string, now: Date): Promise<void> {
  const requester = await readPerson(tx, request.account_id);
  await tell(context, tx, await administratorsOf(tx, request.siret, now), requester, structureName, request);
}

/** Writes to the administrators about every request that waited while there was none. */
export async function tellAdministratorsOfWaiting(context: Context, tx: Sql, siret: string, structureName: string, now: Date): Promise<void> {
  const waiting = await tx.query<HabilitationRow>(
    `SELECT ${HABILITATION_COLUMNS} FROM habilitations WHERE siret = $1 AND state = 'awaiting_administrator' ORDER BY requested_at`,
    [siret],
  );
  const administrators = await administratorsOf(tx, siret, now);
  const requesters = new Map((await readPeople(tx, waiting.map((row) => row.account_id))).map((each) => [each.accountId, each]));
  for (const request of waiting) {
    const requester = requesters.get(request.account_id);
    if (requester) await tell(context, tx, administrators, requester, structureName, request);
  }
}
