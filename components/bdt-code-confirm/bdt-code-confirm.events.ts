import { BdtEvent } from '../shared/events.js';

/** The address is proved, and the account is there. */
export class ConfirmedEvent extends BdtEvent {
  constructor() {
    super('bdt-confirmed');
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'bdt-confirmed': ConfirmedEvent;
  }
}
