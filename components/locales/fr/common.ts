/** Words that every screen uses. */
export const common = {
  /** Between a label and what it names, on one line. */
  colon: '\u00a0: ',
  required: 'Les champs marqués d’un * sont obligatoires.',
  errorsTitle: (count: number) => (count === 1 ? 'Une information est à corriger' : `${count} informations sont à corriger`),
  retry: 'Réessayer',
  cancel: 'Annuler',
  loading: 'Chargement en cours…',
  signIn: 'Me connecter',
  unknown: 'Non renseigné',
};
