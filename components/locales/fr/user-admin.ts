import type { FlowProblem } from '../../../sdk/flows/problem.js';

const number = new Intl.NumberFormat('fr');

/** What became of a request that was no longer waiting. */
function settled(state: string | undefined): string {
  switch (state) {
    case 'granted':
      return 'approuvée';
    case 'refused':
      return 'refusée';
    case 'cancelled':
      return 'annulée';
    case 'expired':
      return 'close faute de réponse';
    default:
      return 'traitée';
  }
}

/** Requests that wait for an administrator, and the users of the structure. */
export const userAdmin = {
  title: 'Gestion des utilisateurs',
  refresh: 'Actualiser',
  refreshing: 'Mise à jour…',
  refreshed: 'Les listes sont à jour.',
  requests: 'Demandes en attente',
  noRequests: 'Aucune demande n’attend de décision.',
  users: 'Utilisateurs de la structure',
  noUsers: 'Aucun utilisateur n’est rattaché à cette structure.',
  count: (total: number) => number.format(total),
  page: (page: number, pages: number) => `page ${number.format(page)} sur ${number.format(pages)}`,
  requestPages: 'Pages des demandes',
  userPages: 'Pages des utilisateurs',
  previous: 'Page précédente',
  next: 'Page suivante',
  since: 'Demandé le',
  jobFunction: 'Fonction',
  email: 'Adresse courriel',
  role: 'Rôle',
  roles: { user: 'Utilisateur', future_administrator: 'Administrateur à venir', administrator: 'Administrateur' },
  self: 'Vous',
  ownRequest: 'C’est votre propre demande\u00a0: un autre administrateur de la structure en décide.',
  habilitations: 'Habilitations',
  noHabilitation: 'Aucune habilitation',
  approve: 'Approuver',
  refuse: 'Refuser',
  /** Follows « Approuver » or « Refuser », for those who hear the button alone. */
  ofRequest: (person: string, service: string) => `la demande de ${person} pour ${service}`,
  deciding: 'Décision en cours…',
  granted: (person: string, service: string) => `La demande de ${person} pour ${service} est approuvée`,
  refused: (person: string, service: string) => `La demande de ${person} pour ${service} est refusée`,
  told: 'Un e-mail l’en informe.',
  refuseTitle: (person: string) => `Refuser la demande de ${person}`,
  refuseMeans: (service: string) => `Service demandé\u00a0: ${service}. Le motif sera transmis à la personne par e-mail.`,
  reason: 'Motif du refus',
  reasonHint: (most: number) => `En ${number.format(most)} caractères au plus.`,
  reasonCount: (length: number, most: number) => `${number.format(length)} sur ${number.format(most)} caractères`,
  reasonLeft: (left: number) => {
    if (left < 0) return left === -1 ? '1 caractère de trop' : `${number.format(-left)} caractères de trop`;
    return left === 1 ? '1 caractère restant' : `${number.format(left)} caractères restants`;
  },
  refuseSubmit: 'Refuser la demande',
  issues: {
    reason_required: 'Indiquez pourquoi la demande est refusée.',
    reason_too_long: 'Ce motif est trop long\u00a0: raccourcissez-le.',
  },
  notAdministrator: 'Vous n’êtes pas administrateur de cette structure',
  notAdministratorNext: 'Seuls ses administrateurs gèrent les utilisateurs. Si vous attendez le courrier, saisissez d’abord le code qu’il contient.',
  toServices: 'Voir mes services',
  problems: {
    not_administrator: 'Vous n’êtes plus administrateur de cette structure\u00a0: rien n’a été décidé. Revenez à vos services.',
    own_request: 'Cette demande est la vôtre\u00a0: un autre administrateur de la structure en décide.',
    not_found: 'Cette demande ou cette structure n’est plus à votre portée. Actualisez la page, ou revenez à vos services.',
  },
  alreadyDecided: (person: string, service: string, { state, decidedBy }: FlowProblem) =>
    `La demande de ${person} pour ${service} a déjà été ${settled(state)}${decidedBy ? ` par ${decidedBy}` : ''}. Votre choix n’a rien changé\u00a0; les listes sont à jour.`,
};
