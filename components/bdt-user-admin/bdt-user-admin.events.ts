import { BdtEvent } from '../shared/events.js';

/** An administrator decided on a colleague's request. */
export class HabilitationDecidedEvent extends BdtEvent {
  constructor(readonly detail: { readonly habilitationId: string; readonly decision: 'grant' | 'refuse' }) {
    super('bdt-habilitation-decided');
  }
}

declare global {
  interface HTMLElementEventMap {
    'bdt-habilitation-decided': HabilitationDecidedEvent;
  }
}
