import { CONTACT } from '../../contact.js';
import type { Context } from '../../context.js';
import { renderLetter } from '../../letter/letter-pdf.js';
import { LIMITS } from '../../limits.js';
import type { Sql } from '../../store/database.js';
import { serviceName } from '../catalogue/catalogue.js';
import { servicesOf } from '../claims/claim-answers.js';
import { CLAIM_COLUMNS, type ClaimRow } from '../claims/claim-rows.js';
import { openCode } from '../claims/code.js';
import { links } from '../links.js';
import { record } from '../structures/history.js';
import { lockStructure } from '../structures/locks.js';
import { readPerson, writeTo } from '../structures/people.js';
import { daysAfter } from '../structures/time.js';
import { deleteLetterFile, writeLetterFile } from './letter-files.js';

interface Draft extends ClaimRow {
  readonly letter_id: string;
  readonly letter_state: string;
  readonly address_lines: string[];
  readonly sealed_code: string | null;
}

async function readDraft(sql: Sql, letterId: string): Promise<Draft | undefined> {
  const [draft] = await sql.query<Draft>(
    `SELECT ${CLAIM_COLUMNS}, letters.letter_id, letters.state AS letter_state, letters.address_lines, letters.sealed_code
     FROM letters JOIN claims USING (claim_id) WHERE letters.letter_id = $1`,
    [letterId],
  );
  return draft;
}

/** The claim's days begin with its first letter; later letters don't lengthen them. */
function endOf(draft: Draft, sentAt: Date): Date {
  return draft.expires_at ?? daysAfter(sentAt, LIMITS.letter.claimDays);
}

async function print(context: Context, draft: Draft, sealed: string, sentAt: Date): Promise<Uint8Array> {
  const person = await readPerson(context.db, draft.account_id);
  const services = await servicesOf(context.db, draft);
  return renderLetter({
    locale: person.locale,
    reference: draft.letter_id,
    structure: { name: draft.structure.name, siret: draft.siret, addressLines: draft.address_lines },
    requester: person,
    services: services.map(serviceName),
    code: openCode(context.keys, draft.letter_id, sealed),
    sentOn: sentAt,
    expiresOn: endOf(draft, sentAt),
    portalUrl: `${context.config.publicUrl}/`,
    contact: CONTACT,
  });
}

/** Says that the letter has left, once, whatever else makes it at the same time. */
async function markSent(context: Context, tx: Sql, letterId: string, sentAt: Date): Promise<void> {
  const before = await readDraft(tx, letterId);
  if (!before) return;
  await lockStructure(tx, before.siret);
  const draft = await readDraft(tx, letterId);
  if (draft?.letter_state !== 'queued') return;
  const expiresAt = endOf(draft, sentAt);
  await tx.query("UPDATE letters SET state = 'sent', sent_at = $2, expires_at = $3, sealed_code = NULL WHERE letter_id = $1", [
    letterId,
    sentAt,
    expiresAt,
  ]);
  await tx.query('UPDATE claims SET expires_at = $2 WHERE claim_id = $1', [draft.claim_id, expiresAt]);
  const { siret, account_id: accountId } = draft;
  await record(tx, { at: sentAt, siret, action: 'letter_sent', actorId: null, subjectId: accountId });
  const person = await readPerson(tx, accountId);
  await writeTo(context, tx, person, {
    template: 'letter_on_its_way',
    civility: person.civility,
    lastName: person.lastName,
    structureName: draft.structure.name,
    addressLines: [draft.structure.name, ...draft.address_lines],
    serviceNames: (await servicesOf(tx, draft)).map(serviceName),
    expectedBy: daysAfter(sentAt, LIMITS.letter.deliveryDays),
    activationUrl: links.activation(context.config, draft.claim_id),
  });
}

/**
 * Makes a letter: its PDF is put in the folder, and only then does the letter count as sent. Safe to run
 * again or twice at once: a letter leaves once, and one that ended meanwhile keeps no file.
 */
export async function makeLetter(context: Context, letterId: string): Promise<void> {
  const draft = await readDraft(context.db, letterId);
  if (draft?.letter_state === 'queued' && draft.sealed_code !== null) {
    const sentAt = await context.clock.now(context.db);
    const bytes = await print(context, draft, draft.sealed_code, sentAt);
    await writeLetterFile(context.config.letterDir, letterId, bytes);
    await context.db.transaction((tx) => markSent(context, tx, letterId, sentAt));
  }
  const after = await readDraft(context.db, letterId);
  const live = after?.letter_state === 'queued' || after?.letter_state === 'sent';
  if (!live) await deleteLetterFile(context.config.letterDir, letterId);
}
