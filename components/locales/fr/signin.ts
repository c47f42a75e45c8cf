import type { FlowProblem } from '../../../sdk/flows/problem.js';
import { wait } from './problems.js';

/** Signing in and out. */
export const signin = {
  title: 'Me connecter',
  login: 'Identifiant ou adresse courriel',
  loginHint: 'Votre identifiant vous a été envoyé par e-mail à la fin de votre inscription.',
  password: 'Mot de passe',
  showPassword: 'Afficher le mot de passe',
  submit: 'Me connecter',
  submitting: 'Connexion en cours…',
  errors: {
    login_required: 'indiquez votre identifiant ou votre adresse courriel.',
    login_too_long: 'il est trop long. Vérifiez-le.',
    password_required: 'indiquez votre mot de passe.',
    password_too_long: 'il est trop long. Vérifiez-le.',
  } as Record<string, string>,
  invalid: 'cette information n’est pas acceptée. Vérifiez-la.',
  problems: {
    credentials_wrong: 'L’identifiant, l’adresse ou le mot de passe n’est pas le bon. Vérifiez votre saisie, puis réessayez.',
    sign_in_delayed: ({ retryAfter = 60 }: FlowProblem) => `Trop d’essais n’ont pas abouti. Pour protéger votre compte, vous pourrez réessayer ${wait(retryAfter)}.`,
  },
  signUp: 'Créer mon espace personnel',
  signedInTitle: 'Bienvenue dans votre espace',
  signedIn: 'Vous êtes connecté(e)\u00a0:',
  signOut: 'Me déconnecter',
  signingOut: 'Déconnexion en cours…',
  signedOut: 'Vous êtes déconnecté(e).',
  unconfirmedTitle: 'Votre inscription n’est pas terminée',
  unconfirmed: 'Il reste à saisir le code de validation envoyé à',
  enterCode: 'Saisir mon code',
  other: 'Me connecter avec un autre identifiant',
};
