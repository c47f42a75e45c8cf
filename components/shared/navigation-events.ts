import { BdtEvent } from './events.js';

/** The person wants to type the code of the letter, or see where the letter is. */
export class ActivationRequestedEvent extends BdtEvent {
  constructor(readonly detail: { readonly claimId: string; readonly membershipId: string }) {
    super('bdt-activation-requested');
  }
}

/** The person wants to see their services, in one structure where one is meant. */
export class ServicesRequestedEvent extends BdtEvent {
  constructor(readonly detail: { readonly membershipId?: string }) {
    super('bdt-services-requested');
  }
}

/** An administrator wants to see the users of their structure. */
export class AdministrationRequestedEvent extends BdtEvent {
  constructor(readonly detail: { readonly membershipId: string }) {
    super('bdt-administration-requested');
  }
}

declare global {
  interface HTMLElementEventMap {
    'bdt-activation-requested': ActivationRequestedEvent;
    'bdt-administration-requested': AdministrationRequestedEvent;
    'bdt-services-requested': ServicesRequestedEvent;
  }
}
