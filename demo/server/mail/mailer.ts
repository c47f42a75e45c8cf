import { createTransport } from 'nodemailer';
import addressparser from 'nodemailer/lib/addressparser';
import { MailDelayedError, MailRefusedError } from './mail-errors.js';

export { MailDelayedError, MailRefusedError } from './mail-errors.js';

export interface OutgoingMail {
  /** One bare address. */
  to: string;
  subject: string;
  text: string;
  html: string;
  /** `<id@host>`, the same each time this mail is tried, so that a doubled one is recognised as such. */
  messageId: string;
}

export interface Mailer {
  /**
   * Hands one mail to the server.
   *
   * @throws {MailRefusedError} when it will never be taken: the recipient or the message was refused with 5xx, or `to` is no address.
   * @throws {MailDelayedError} when it may be taken later.
   * @throws {TypeError} when `messageId` is malformed.
   */
  send(mail: OutgoingMail): Promise<void>;
  /** Takes no more mail and waits for those under way. */
  close(): Promise<void>;
}

export interface MailerOptions {
  /** `smtp://user:password@host:port` or `smtps://…`. */
  smtpUrl: string;
  /** `Name <address>` or an address, of the operator's choosing. */
  from: string;
  /** Milliseconds without a word from the server, at each of: name look-up, connection, greeting, any command. */
  timeout?: number;
}

/** A connection for each mail: they are few, and a fresh one has no half-sent state to recover. */
export function openMailer({ smtpUrl, from, timeout = 10_000 }: MailerOptions): Mailer {
  if (!/^smtps?:\/\//u.test(smtpUrl) || !URL.canParse(smtpUrl)) throw new TypeError('SMTP_URL is no smtp:// or smtps:// address.');
  const sender = oneSender(from);
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    dnsTimeout: timeout,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const underWay = new Set<Promise<void>>();
  let closed = false;

  async function hand({ to, subject, text, html, messageId }: OutgoingMail): Promise<void> {
    if (closed) throw new MailDelayedError('ECLOSED');
    if (!isBareAddress(to)) throw new MailRefusedError();
    if (!/^<[^\s<>@]+@[^\s<>@]+>$/u.test(messageId)) throw new TypeError('message_id_malformed');
    try {
      await transport.sendMail({
        from: sender,
        // An object, never a string: a string would be searched for several addresses.
        to: { name: '', address: to },
        subject,
        text,
        html,
        messageId,
        // RFC 3834: keeps holiday notices from answering.
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    } catch (failure) {
      throw translate(failure);
    }
  }

  return {
    async send(mail) {
      const sending = hand(mail);
      underWay.add(sending);
      try {
        await sending;
      } finally {
        underWay.delete(sending);
      }
    },
    async close() {
      closed = true;
      await Promise.allSettled(underWay);
      transport.close();
    },
  };
}

function oneSender(from: string): { name: string; address: string } {
  const [sender, ...others] = addressparser(from);
  if (!sender?.address || others.length > 0 || !isBareAddress(sender.address)) throw new TypeError('MAIL_FROM is not one e-mail address.');
  return { name: sender.name, address: sender.address };
}

/** Nothing that could end the address and begin another, or a header. The sign-up's own rule is stricter. */
function isBareAddress(address: string): boolean {
  return /^[^\s\p{C}@<>()[\]\\,;:"]+@[^\s\p{C}@<>()[\]\\,;:"]+$/u.test(address);
}

/**
 * Only what is said of this recipient or this message is final. A server that refuses the
 * connection, the credentials or the sender may be put right while the mail waits.
 */
function translate(failure: unknown): Error {
  // The original isn't kept as a cause: the server's words often hold the whole address, and errors are logged.
  const { code, command, responseCode } = failure as { code?: string; command?: string; responseCode?: number };
  const aboutThisMail = command === 'RCPT TO' || command === 'DATA';
  const wantsSetUp = responseCode === 530 || responseCode === 534 || responseCode === 535 || responseCode === 538;
  if (aboutThisMail && responseCode !== undefined && responseCode >= 500 && !wantsSetUp) return new MailRefusedError(responseCode);
  return new MailDelayedError(code ?? 'EUNKNOWN', responseCode);
}
