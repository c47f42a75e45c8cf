import type { Locale } from './locale.js';
import { fr, type MailCatalogue } from './locales/fr.js';
import type { MailBody } from './body.js';
import type { Mail, MailOf, Template } from './mail.js';
import { renderHtml } from './render-html.js';
import { renderText, subjectOf } from './render-text.js';

export type { Mail } from './mail.js';

const catalogues: Record<Locale, MailCatalogue> = { fr };

export interface RenderedMail {
  /** One line. */
  subject: string;
  text: string;
  html: string;
}

/**
 * Writes a mail in a person's language. Names, reasons and the like come out as text: they add
 * no line to the subject, no markup and no link.
 *
 * @throws {TypeError} when one of its links isn't a whole http or https address.
 */
export function renderMail(mail: Mail, locale: Locale): RenderedMail {
  const words = catalogues[locale];
  const body = write(words, mail);
  const subject = subjectOf(body);
  return { subject, text: renderText(body, words), html: renderHtml(body, words, subject) };
}

function write<T extends Template>(words: MailCatalogue, mail: MailOf<T>): MailBody {
  const sentences: { [K in Template]: (mail: MailOf<K>) => MailBody } = words.mails;
  return sentences[mail.template as T](mail);
}
