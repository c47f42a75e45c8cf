import type { Civility } from '../../../sdk/rules/civility.js';
import type { Sector } from '../../../sdk/rules/sector.js';

const civilities: Record<Civility, string> = { mr: 'Monsieur', mrs: 'Madame' };

const sectors: Record<Sector, string> = {
  legal_professions: 'Professions juridiques',
  social_housing: 'Logement Social',
  companies: 'Entreprises',
  local_authorities: 'Collectivités',
};

/** The form that creates a personal space, as it is first painted. */
export const signup = {
  title: 'Créer votre espace personnel',
  civility: 'Civilité',
  civilities,
  firstName: 'Prénom',
  lastName: 'Nom',
  email: 'Adresse courriel',
  criteriaTitle: 'Votre mot de passe doit comporter :',
  criteria: {
    length: '8 caractères au minimum',
    classes: 'au moins 3 de ces 4 catégories de caractères :',
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
  sector: 'Pour quel type de structure travaillez-vous ?',
  sectorHint: 'Si aucune des propositions suivantes ne correspond, veuillez sélectionner celle qui s’en rapproche le plus.',
  sectors,
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
  notLoaded: 'Le formulaire n’a pas pu être chargé en entier. Vérifiez votre connexion à Internet, puis réessayez : votre saisie est conservée.',
};
