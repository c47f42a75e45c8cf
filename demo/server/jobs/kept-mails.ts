import { randomUUID } from 'node:crypto';
import { OFFSET_SQL, type Clock } from '../store/clock.js';
import type { Keys } from '../store/keys.js';
import type { Sql } from '../store/database.js';
import type { OutgoingMail } from './jobs.js';

type Payload = Pick<OutgoingMail, 'to' | 'locale' | 'mail'>;

/** A mail as it can be shown. */
export interface KeptMail extends Payload {
  readonly mailId: string;
  readonly createdAt: Date;
}

const PURPOSE = 'mail';

/** Writes mails down, sealed, and opens them again. */
export class KeptMails {
  readonly #keys: Keys;
  readonly #clock: Clock;

  constructor({ keys, clock }: { keys: Keys; clock: Clock }) {
    this.#keys = keys;
    this.#clock = clock;
  }

  /** @param state - `sent` for one that only the console will show. */
  async write(sql: Sql, mail: OutgoingMail, state: 'queued' | 'sent'): Promise<string> {
    const mailId = randomUUID();
    const payload: Payload = { to: mail.to, locale: mail.locale, mail: mail.mail };
    await sql.query(
      `INSERT INTO mails (mail_id, account_id, payload, state, created_at)
       VALUES ($1, $2, $3, $4, $5::timestamptz + ${OFFSET_SQL} * interval '1 second')`,
      [mailId, mail.accountId ?? null, this.#keys.seal(PURPOSE, payload), state, this.#clock.at(0)],
    );
    return mailId;
  }

  /** @returns nothing when it has left, was refused, or was taken back. */
  async readQueued(sql: Sql, mailId: string): Promise<Payload | undefined> {
    const [row] = await sql.query<{ payload: string }>(
      `SELECT payload FROM mails WHERE mail_id = $1 AND state = 'queued' AND payload IS NOT NULL`,
      [mailId],
    );
    return row && this.#open(row.payload);
  }

  /** The newest first, those that are still whole. */
  async list(sql: Sql, most: number): Promise<KeptMail[]> {
    const rows = await sql.query<{ mail_id: string; payload: string; created_at: Date }>(
      'SELECT mail_id, payload, created_at FROM mails WHERE payload IS NOT NULL ORDER BY number DESC LIMIT $1',
      [most],
    );
    return rows.map((row) => ({ mailId: row.mail_id, createdAt: row.created_at, ...this.#open(row.payload) }));
  }

  /** Dates become text inside the seal; templates want them back. */
  #open(sealed: string): Payload {
    const payload = this.#keys.open<Payload>(PURPOSE, sealed);
    const mail = Object.fromEntries(
      Object.entries(payload.mail).map(([name, value]) => [name, DATE_FIELDS.has(name) ? new Date(value as string) : value]),
    );
    return { ...payload, mail: mail as unknown as Payload['mail'] };
  }
}

const DATE_FIELDS: ReadonlySet<string> = new Set(['expectedBy', 'requestedOn']);

/** Marks a mail as gone and forgets what was in it. */
export async function endMail(sql: Sql, mailId: string, state: 'sent' | 'refused', now: Date): Promise<void> {
  await sql.query('UPDATE mails SET state = $2, payload = NULL, ended_at = $3 WHERE mail_id = $1', [mailId, state, now]);
}
