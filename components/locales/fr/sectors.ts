import type { Sector } from '../../../sdk/rules/sector.js';

/** « Secteur d’activité » of a structure. */
export const sectors: Record<Sector, string> = {
  legal_professions: 'Professions juridiques',
  social_housing: 'Logement Social',
  companies: 'Entreprises',
  local_authorities: 'Collectivités',
};
