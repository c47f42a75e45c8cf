import type { HabilitationState } from '../../../sdk/contract/habilitation.js';

/** Where a request, or the right that came of it, stands. */
export const habilitationStates: Record<HabilitationState, string> = {
  awaiting_letter: 'En attente du courrier',
  awaiting_administrator: 'En attente de l’administrateur',
  granted: 'Habilité',
  refused: 'Refusée',
  revoked: 'Retirée',
  cancelled: 'Annulée',
  expired: 'Expirée',
};
