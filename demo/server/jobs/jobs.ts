import type { Mail } from '../mail/mail.js';
import type { Locale } from '../mail/locale.js';
import type { Sql } from '../store/database.js';

/** A mail to one person. */
export interface OutgoingMail {
  readonly to: string;
  readonly locale: Locale;
  readonly mail: Mail;
  /** The account it concerns, so that closing the account takes back what has not left. */
  readonly accountId?: string;
}

/** Work that falls due by the application's clock: expiries and reminders. Looks for due rows itself; may run twice at once. */
export type Sweep = (now: Date) => Promise<void>;

/** What leaves the house, queued in the transaction that caused it. */
export interface Jobs {
  /** Queues a mail; it is written down, sealed, in the same transaction. */
  sendMail(tx: Sql, mail: OutgoingMail): Promise<void>;
  /** Queues the making of a letter's PDF; its row exists already in this transaction, with its sealed code. */
  makeLetter(tx: Sql, letterId: string): Promise<void>;
  /** Runs a sweep every half minute, and whenever the clock is moved. */
  onTick(name: string, sweep: Sweep): void;
  /** Sets what makes a letter; called once, before the start. */
  onLetter(make: (letterId: string) => Promise<void>): void;
}
