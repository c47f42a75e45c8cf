import { unsent } from './unsent.js';

/** What the sign-up form answers: corrections, suggestion and success. Comes after the first paint. */
export const signupAnswers = {
  errors: {
    civility_required: 'choisissez Monsieur ou Madame.',
    firstName_name_required: 'indiquez votre prénom.',
    lastName_name_required: 'indiquez votre nom.',
    name_too_long: 'raccourcissez-le\u00a0: 100 caractères au plus.',
    name_invalid: 'n’utilisez que des lettres, des espaces, des traits d’union et des apostrophes.',
    email_required: 'indiquez votre adresse, par exemple prenom.nom@exemple.fr.',
    email_too_long: 'cette adresse est trop longue. Vérifiez-la.',
    email_invalid: 'cette adresse n’est pas complète ou contient un caractère en trop. Exemple\u00a0: prenom.nom@exemple.fr.',
    password_required: 'choisissez un mot de passe.',
    password_too_short: 'il est trop court. Ajoutez des caractères\u00a0: il en faut 8 au minimum.',
    password_too_long: 'il est trop long. Réduisez-le à 128 caractères au plus.',
    password_too_simple: 'combinez au moins 3 catégories\u00a0: majuscules, minuscules, chiffres, caractères spéciaux.',
    password_personal: 'il contient votre nom, votre prénom ou votre adresse. Choisissez-en un qu’on ne peut pas deviner.',
    password_common: 'il est trop courant. Choisissez-en un qu’on ne peut pas deviner.',
    confirmation_required: 'saisissez une seconde fois votre mot de passe.',
    confirmation_different: 'les deux mots de passe sont différents. Saisissez deux fois le même.',
    sector_required: 'choisissez un type de structure.',
  } as Record<string, string>,
  invalid: 'cette information n’est pas acceptée. Vérifiez-la.',
  suggestion: (email: string) => `Vouliez-vous dire ${email}\u00a0?`,
  takeSuggestion: 'Utiliser cette adresse',
  successTitle: 'Confirmez votre inscription',
  sentTo: 'Un email vous a été envoyé à',
  next: 'Il contient le code de validation à saisir pour terminer la création de votre espace personnel.',
  unsent,
  enterCode: 'Saisir mon code',
};
