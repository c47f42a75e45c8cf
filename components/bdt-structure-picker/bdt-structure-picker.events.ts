import { BdtEvent } from '../shared/events.js';

/** The person chose a structure; nobody was attached to it. */
export class StructureChosenEvent extends BdtEvent {
  constructor(readonly detail: { readonly siret: string; readonly name: string }) {
    super('bdt-structure-chosen');
  }
}

/** The person is attached to a structure. */
export class StructureAttachedEvent extends BdtEvent {
  constructor(readonly detail: { readonly membershipId: string; readonly siret: string }) {
    super('bdt-structure-attached');
  }
}

declare global {
  interface HTMLElementEventMap {
    'bdt-structure-chosen': StructureChosenEvent;
    'bdt-structure-attached': StructureAttachedEvent;
  }
}
