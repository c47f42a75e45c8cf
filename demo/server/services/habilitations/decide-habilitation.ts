import type { Habilitation } from '../../../../src/contract.js';
import type { Context } from '../../context.js';
import { Refusal } from '../../refusal.js';
import type { Sql } from '../../store/database.js';
import { serviceName } from '../catalogue/catalogue.js';
import { links } from '../links.js';
import { membershipIn } from '../memberships/membership-rows.js';
import { administrationOf } from '../structures/administrators.js';
import { keptFacts } from '../structures/facts.js';
import { record } from '../structures/history.js';
import { lockStructure } from '../structures/locks.js';
import { fullName, readPeople, readPerson, writeTo } from '../structures/people.js';
import { findHabilitation, habilitationAnswer, lockHabilitation, type HabilitationRow } from './habilitation-rows.js';

export type Decision = { readonly decision: 'grant' } | { readonly decision: 'refuse'; readonly reason: string };

/** @throws {Refusal} `not_found` unless the person belongs to the structure of the request. */
async function visibleRequest(sql: Sql, accountId: string, habilitationId: string): Promise<HabilitationRow> {
  const row = await findHabilitation(sql, habilitationId);
  if (!row || !(await membershipIn(sql, accountId, row.siret))) throw new Refusal('not_found');
  return row;
}

async function write(context: Context, tx: Sql, row: HabilitationRow, decision: Decision): Promise<void> {
  const person = await readPerson(tx, row.account_id);
  const facts = (await keptFacts(tx, [row.siret])).get(row.siret);
  const common = {
    civility: person.civility,
    lastName: person.lastName,
    structureName: facts?.facts.name ?? row.siret,
    serviceName: serviceName(row.service_id),
    servicesUrl: links.services(context.config, row.membership_id),
  };
  await writeTo(
    context,
    tx,
    person,
    decision.decision === 'grant'
      ? { template: 'habilitation_granted', ...common }
      : { template: 'habilitation_refused', ...common, reason: decision.reason },
  );
}

async function alreadyDecided(sql: Sql, row: HabilitationRow): Promise<Refusal> {
  const [decider] = await readPeople(sql, row.decided_by === null ? [] : [row.decided_by]);
  return new Refusal('already_decided', { state: row.state, ...(decider && { decidedBy: fullName(decider) }) });
}

async function decide(context: Context, tx: Sql, accountId: string, habilitationId: string, decision: Decision): Promise<void> {
  const { siret } = await visibleRequest(tx, accountId, habilitationId);
  await lockStructure(tx, siret);
  await lockHabilitation(tx, habilitationId);
  const now = await context.clock.now(tx);
  const row = await visibleRequest(tx, accountId, habilitationId);
  const { active } = await administrationOf(tx, siret, now);
  if (!active.includes(accountId)) throw new Refusal('not_administrator');
  if (row.account_id === accountId) throw new Refusal('own_request');
  const state = decision.decision === 'grant' ? 'granted' : 'refused';
  if (row.state === state && row.decided_by === accountId) return;
  if (row.state !== 'awaiting_administrator') throw await alreadyDecided(tx, row);
  const reason = decision.decision === 'refuse' ? decision.reason : undefined;
  await tx.query('UPDATE habilitations SET state = $2, decided_at = $3, decided_by = $4, reason = $5 WHERE habilitation_id = $1', [
    habilitationId,
    state,
    now,
    accountId,
    reason ?? null,
  ]);
  await record(tx, {
    at: now,
    siret,
    action: decision.decision === 'grant' ? 'habilitation_granted' : 'habilitation_refused',
    actorId: accountId,
    subjectId: row.account_id,
    serviceId: row.service_id,
    ...(reason !== undefined && { reason }),
  });
  await write(context, tx, row, decision);
}

/**
 * An administrator grants or refuses a colleague's request. The same decision again by the same person changes nothing.
 *
 * @throws {Refusal} `not_found`, `not_administrator`, `own_request`, `already_decided` with state and decider.
 */
export async function decideHabilitation(
  context: Context,
  accountId: string,
  habilitationId: string,
  decision: Decision,
): Promise<Habilitation> {
  await context.db.transaction((tx) => decide(context, tx, accountId, habilitationId, decision));
  return habilitationAnswer(await visibleRequest(context.db, accountId, habilitationId));
}
