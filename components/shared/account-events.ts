import { BdtEvent } from './events.js';

/** The person wants to type the code they received; the page shows where. */
export class ConfirmationRequestedEvent extends BdtEvent {
  constructor() {
    super('bdt-confirmation-requested');
  }
}

/** The person wants to create an account; the page shows where. */
export class SignupRequestedEvent extends BdtEvent {
  constructor() {
    super('bdt-signup-requested');
  }
}

/** The person wants to sign in; the page shows where. */
export class SigninRequestedEvent extends BdtEvent {
  constructor() {
    super('bdt-signin-requested');
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'bdt-confirmation-requested': ConfirmationRequestedEvent;
    'bdt-signup-requested': SignupRequestedEvent;
    'bdt-signin-requested': SigninRequestedEvent;
  }
}
