import { BdtEvent } from '../shared/events.js';

/** The person is signed in. */
export class SignedInEvent extends BdtEvent {
  /** @param detail - `resumed` when a session went on, and nothing was typed. */
  constructor(readonly detail: { readonly resumed: boolean }) {
    super('bdt-signed-in');
  }
}

/** The session is over, at the server too. */
export class SignedOutEvent extends BdtEvent {
  constructor() {
    super('bdt-signed-out');
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'bdt-signed-in': SignedInEvent;
    'bdt-signed-out': SignedOutEvent;
  }
}
