import type { Logger } from 'pino';
import { MailRefusedError, type Mailer } from '../mail/mailer.js';
import { renderMail } from '../mail/templates.js';
import type { Database } from '../store/database.js';
import type { Clock } from '../store/clock.js';
import { endMail, type KeptMails } from './kept-mails.js';

export interface DeliveryParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly kept: KeptMails;
  readonly mailer: Mailer;
  readonly log: Logger;
  /** Right-hand side of Message-Ids. */
  readonly messageHost: string;
}

/**
 * Hands one queued mail to the mail server, and does nothing when it has left already.
 *
 * @throws when it must be tried again later.
 */
export async function deliverMail({ db, clock, kept, mailer, log, messageHost }: DeliveryParts, mailId: string): Promise<void> {
  const queued = await kept.readQueued(db, mailId);
  if (!queued) return;
  const rendered = renderMail(queued.mail, queued.locale);
  try {
    // The same each time, so that a mail doubled by a crash is recognised as one.
    await mailer.send({ to: queued.to, ...rendered, messageId: `<${mailId}@${messageHost}>` });
  } catch (error) {
    if (!(error instanceof MailRefusedError)) throw error;
    log.warn({ mailId, status: error.status }, 'mail refused for good');
    await endMail(db, mailId, 'refused', await clock.now(db));
    return;
  }
  await endMail(db, mailId, 'sent', await clock.now(db));
}
