import { BdtEvent } from '../shared/events.js';

/** The person wants to attach themselves to a structure. */
export class StructureRequestedEvent extends BdtEvent {
  constructor() {
    super('bdt-structure-requested');
  }
}

/** The person asks for a service. */
export class HabilitationRequestedEvent extends BdtEvent {
  constructor(readonly detail: { readonly membershipId: string; readonly serviceId: string }) {
    super('bdt-habilitation-requested');
  }
}

/** The person opens a service. Cancelling it keeps the link from being followed. */
export class ServiceOpenedEvent extends BdtEvent {
  constructor(readonly detail: { readonly serviceId: string }) {
    super('bdt-service-opened', { cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'bdt-structure-requested': StructureRequestedEvent;
    'bdt-habilitation-requested': HabilitationRequestedEvent;
    'bdt-service-opened': ServiceOpenedEvent;
  }
}
