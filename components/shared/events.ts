/** An event of ours: it bubbles out of shadow roots, and its detail holds no secret and no whole address. */
export abstract class BdtEvent extends Event {
  constructor(type: string, init: Pick<EventInit, 'cancelable'> = {}) {
    super(type, { bubbles: true, composed: true, ...init });
  }
}

/** The person has to sign in again; the page shows where. */
export class SessionRequiredEvent extends BdtEvent {
  constructor() {
    super('bdt-session-required');
  }
}

declare global {
  interface HTMLElementEventMap {
    'bdt-session-required': SessionRequiredEvent;
  }
}
