import { BdtEvent } from '../shared/events.js';

/** The sign-up was taken, and a code is on its way. */
export class SignedUpEvent extends BdtEvent {
  constructor() {
    super('bdt-signed-up');
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'bdt-signed-up': SignedUpEvent;
  }
}
