import type { HabilitationState } from '../../sdk/contract/habilitation.js';
import { BdtEvent } from '../shared/events.js';

/** The request was accepted and recorded. */
export class HabilitationCreatedEvent extends BdtEvent {
  constructor(readonly detail: { readonly habilitationId: string; readonly state: HabilitationState }) {
    super('bdt-habilitation-created');
  }
}

/** The person gave the request up; nothing was sent. */
export class HabilitationDeclinedEvent extends BdtEvent {
  constructor(readonly detail: { readonly membershipId: string; readonly serviceId: string }) {
    super('bdt-habilitation-declined');
  }
}

declare global {
  interface HTMLElementEventMap {
    'bdt-habilitation-created': HabilitationCreatedEvent;
    'bdt-habilitation-declined': HabilitationDeclinedEvent;
  }
}
