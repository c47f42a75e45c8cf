import type { Civility } from '../../../../src/contract.js';
import type { Context } from '../../context.js';
import { localeOf, type Locale } from '../../mail/locale.js';
import type { Mail } from '../../mail/mail.js';
import { Refusal } from '../../refusal.js';
import type { Caller } from '../../routes/handlers.js';
import type { Sql } from '../../store/database.js';

/** Someone who is written to. */
export interface Person {
  readonly accountId: string;
  readonly civility: Civility;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly locale: Locale;
}

interface PersonRow {
  account_id: string;
  civility: Civility;
  first_name: string;
  last_name: string;
  email: string;
  locale: string;
}

/** @throws {Refusal} `session_required`, should an operation be mounted without its session. */
export function signedIn(caller: Caller): string {
  if (caller.accountId === undefined) throw new Refusal('session_required');
  return caller.accountId;
}

export function fullName(person: Pick<Person, 'firstName' | 'lastName'>): string {
  return `${person.firstName} ${person.lastName}`;
}

export async function readPeople(sql: Sql, accountIds: readonly string[]): Promise<Person[]> {
  const rows = await sql.query<PersonRow>(
    `SELECT account_id, civility, first_name, last_name, email, locale FROM accounts
     WHERE account_id = ANY($1::text[]) ORDER BY account_id`,
    [accountIds],
  );
  return rows.map((row) => ({
    accountId: row.account_id,
    civility: row.civility,
    firstName: row.first_name,
    lastName: row.last_name,
    email: row.email,
    locale: localeOf(row.locale),
  }));
}

/** @throws when no such account is left; a caller holds a reference to it. */
export async function readPerson(sql: Sql, accountId: string): Promise<Person> {
  const [person] = await readPeople(sql, [accountId]);
  if (!person) throw new Error('account_missing');
  return person;
}

/** Queues a mail to one person alone. */
export async function writeTo(context: Context, tx: Sql, person: Person, mail: Mail): Promise<void> {
  await context.jobs.sendMail(tx, { to: person.email, locale: person.locale, accountId: person.accountId, mail });
}
