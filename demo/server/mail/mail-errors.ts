/** The mail server refused this mail for good: sending it again won't help. */
export class MailRefusedError extends Error {
  override readonly name = 'MailRefusedError';
  /** SMTP reply, 500 to 599; absent when the address was refused before any server saw it. */
  readonly status: number | undefined;

  constructor(status?: number) {
    super(status === undefined ? 'mail_refused' : `mail_refused ${status}`);
    this.status = status;
  }
}

/**
 * The mail didn't get through this time: server down, slow, cut off, busy or badly set up. Send it
 * again later with the same Message-Id, since a server cut off at the very end may have kept it.
 */
export class MailDelayedError extends Error {
  override readonly name = 'MailDelayedError';
  /** SMTP reply when there was one. */
  readonly status: number | undefined;
  /** What broke, such as `ECONNREFUSED`, `ETIMEDOUT`, `EAUTH`. */
  readonly reason: string;

  constructor(reason: string, status?: number) {
    super(`mail_delayed ${reason}${status === undefined ? '' : ` ${status}`}`);
    this.reason = reason;
    this.status = status;
  }
}
