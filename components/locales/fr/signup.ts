import type { Civility } from '../../../sdk/rules/civility.js';

const civilities: Record<Civility, string> = { mr: 'Monsieur', mrs: 'Madame' };

/** The form that creates a personal space, as it is first painted. */
export const signup = {
  title: 'Créer votre espace personnel',
  civility: 'Civilité',
  civilities,
  firstName: 'Prénom',
  lastName: 'Nom',
  email: 'Adresse courriel',
  criteriaTitle: 'Votre mot de passe doit comporter\u00a0:',
  criteria: {
    length: '8 caractères au minimum',
    classes: 'au moins 3 de ces 4 catégories de caractères\u00a0:',
    upper: 'une majuscule',
    lower: 'une minuscule',
    digit: 'un chiffre',
    special: 'un caractère spécial (!@%* etc.)',
  },
  met: 'respecté',
  password: 'Mot de passe',
  confirmation: 'Confirmation mot de passe',
  showPassword: 'Afficher le mot de passe',
  showConfirmation: 'Afficher la confirmation',
  sector: 'Pour quel type de structure travaillez-vous\u00a0?',
  sectorHint: 'Si aucune des propositions suivantes ne correspond, veuillez sélectionner celle qui s’en rapproche le plus.',
  offers: 'J’accepte de recevoir des offres commerciales par voie électronique de la part du Groupe Caisse des Dépôts',
  consent: {
    before: 'En créant votre espace personnel, vous acceptez les ',
    terms: 'conditions générales d’utilisation',
    between: ' ainsi que les conditions de collecte et de traitement de ',
    privacy: 'mes données à caractère personnel',
    after: '.',
  },
  newTab: ' (nouvel onglet)',
  submit: 'Créer mon espace personnel',
  submitting: 'Création en cours…',
  notLoaded: 'Le formulaire est incomplet. Vérifiez votre connexion, puis réessayez\u00a0: votre saisie est conservée.',
};
