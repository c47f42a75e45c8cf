import { renderMail } from '../mail/templates.js';
import type { OpenContext } from '../open-context.js';

/** The console shows no more; older ones are still kept. */
const MOST = 500;

/** A mail as the console shows it. */
export interface ShownMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly createdAt: string;
}

/** Mails that were kept, or wait for the mail server; the newest first. */
export async function listMails({ context, jobs }: Pick<OpenContext, 'context' | 'jobs'>): Promise<ShownMail[]> {
  const mails = await jobs.kept.list(context.db, MOST);
  return mails.map(({ mailId, to, locale, mail, createdAt }) => ({ id: mailId, to, ...renderMail(mail, locale), createdAt: createdAt.toISOString() }));
}
