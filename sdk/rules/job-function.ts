/** In the order of the list in « Mon rôle au sein de l'organisme ». None yet: `A DEFINIR`. */
export const JOB_FUNCTIONS = [
  'mayor_or_president',
  'director',
  'secretary_general',
  'finance',
  'accountant',
  'operations_officer',
  'other',
] as const;

export type JobFunction = (typeof JOB_FUNCTIONS)[number];
