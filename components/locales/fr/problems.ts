import type { FlowProblem } from '../../../sdk/flows/problem.js';

/** "dans 45 secondes", "dans 3 minutes", "dans 2 heures". */
export function wait(seconds: number): string {
  if (seconds < 90) return `dans ${Math.max(1, Math.ceil(seconds))} seconde${seconds > 1 ? 's' : ''}`;
  if (seconds < 90 * 60) return `dans ${Math.ceil(seconds / 60)} minutes`;
  if (seconds < 36 * 3600) return `dans ${Math.ceil(seconds / 3600)} heures`;
  return `dans ${Math.ceil(seconds / 86400)} jours`;
}

/** Why something did not go through, and what to do next. */
export const problems = {
  unreachable: 'Le service ne répond pas. Vérifiez votre connexion à Internet, puis réessayez\u00a0: votre saisie est conservée.',
  internal_error: 'Une erreur est survenue de notre côté. Réessayez dans un instant\u00a0: votre saisie est conservée.',
  too_many_requests: ({ retryAfter = 60 }: FlowProblem) => `Trop de demandes en peu de temps. Réessayez ${wait(retryAfter)}.`,
  session_required: 'Vous n’êtes pas connecté(e), ou votre session est terminée. Connectez-vous pour continuer.',
  fields_invalid: 'Certaines informations sont à corriger.',
  not_found: 'Cette page ne correspond à rien dans votre espace. Revenez à l’accueil de votre espace.',
};
