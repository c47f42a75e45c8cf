import type { JobFunction } from '../../../sdk/rules/job-function.js';

/** « Fonction » in a structure. */
export const jobFunctions: Record<JobFunction | 'unset', string> = {
  mayor_or_president: 'Maire ou président',
  director: 'Directeur',
  secretary_general: 'Secrétaire général',
  finance: 'Finances',
  accountant: 'Comptable',
  operations_officer: "Chargé d'opérations",
  other: 'Autre',
  /** None chosen yet. */
  unset: 'A DEFINIR',
};
