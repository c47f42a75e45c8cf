import { BdtEvent } from '../shared/events.js';

/** The letter's code was accepted: the person is administrator of the membership's structure. */
export class AdministratorActivatedEvent extends BdtEvent {
  constructor(readonly detail: { readonly claimId: string; readonly membershipId: string }) {
    super('bdt-administrator-activated');
  }
}

declare global {
  interface HTMLElementEventMap {
    'bdt-administrator-activated': AdministratorActivatedEvent;
  }
}
