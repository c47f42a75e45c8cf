import type { FlowProblem } from '../../../sdk/flows/problem.js';
import { wait } from './problems.js';

const triesLeft = (tries: number) => (tries === 1 ? 'Il vous reste 1 essai.' : `Il vous reste ${tries} essais.`);

/** What is wrong in the form, and how to put it right. */
const issues = {
  handed_over_required: 'Cochez cette case si le représentant légal vous a remis le courrier. Sinon, demandez-le-lui d’abord.',
  activation_code_required: 'Indiquez le code imprimé sur le courrier.',
  activation_code_incomplete: 'Ce code est incomplet\u00a0: il compte 10 lettres et chiffres. Relisez le courrier.',
  activation_code_invalid: 'Ce n’est pas un code de courrier\u00a0: il compte 10 lettres et chiffres, comme XXXXX-XXXXX. Relisez le courrier.',
};

/** Why a claim ended, and what next. */
const ended = {
  lapsed: {
    title: 'Votre demande a pris fin',
    why: 'Le code n’a pas été saisi avant la fin de sa validité\u00a0: il ne peut plus servir.',
    next: 'Un collègue peut faire la demande dès maintenant. Pour la refaire vous-même, revenez à vos services\u00a0: il vous y sera dit quand ce sera possible.',
  },
  cancelled: {
    title: 'Vous avez renoncé à votre demande',
    why: 'Le code du courrier ne peut plus servir. Si une lettre arrive encore, elle peut être détruite.',
    next: 'Un collègue peut faire la demande dès maintenant. Vos autres services ne changent pas.',
  },
  disowned: {
    title: 'Votre structure n’a pas reconnu cette demande',
    why: 'Elle a signalé qu’elle n’attendait pas ce courrier\u00a0: le code ne peut plus servir.',
    next: 'Parlez-en avec votre représentant légal avant toute autre demande.',
  },
};

/** Waiting for the letter, and typing its code. */
export const adminActivation = {
  title: 'Activation par le code reçu par courrier',
  request: 'Votre demande',
  structure: 'Structure',
  services: 'Services demandés',
  noService: 'Aucun service en attente',
  letter: 'La lettre',
  letterStates: {
    queued: 'La lettre est en préparation',
    sent: 'La lettre est partie',
    expired: 'Le code de cette lettre n’est plus valable',
    cancelled: 'Cette lettre est annulée',
    used: 'Le code de cette lettre a servi',
  },
  preparing: 'Elle part dès qu’elle est prête. Cette page se met à jour d’elle-même.',
  refresh: 'Actualiser',
  leftOn: (day: string) => `La lettre est partie le ${day}.`,
  requestedOn: 'Demandée le',
  sentOn: 'Partie le',
  expectedBy: 'Attendue au plus tard le',
  expiresOn: 'Code valable jusqu’au',
  address: 'Adresse d’envoi',
  warn: 'La lettre ne porte pas de nom\u00a0: prévenez votre représentant légal de son arrivée, pour qu’elle ne s’égare pas.',
  enter: 'Vous avez reçu le courrier\u00a0?',
  handedOver: 'Le représentant légal de ma structure m’a remis ce courrier',
  code: 'Code reçu par courrier',
  codeHint: '10 lettres et chiffres, sous la forme XXXXX-XXXXX. Majuscules, minuscules, espaces et tirets ne comptent pas.',
  tries: triesLeft,
  noTries: 'Ce code ne peut plus être essayé\u00a0: il faut une autre lettre.',
  submit: 'Devenir administrateur',
  activating: 'Vérification du code…',
  issues,
  missing: 'La lettre n’arrive pas\u00a0?',
  missingAdvice: (day: string) =>
    `Comptez jusqu’au ${day}. Demandez au secrétariat et au représentant légal s’ils l’ont reçue, et vérifiez l’adresse ci-dessus.`,
  missingAdviceQueued: 'Elle n’est pas encore partie. Quand elle le sera, vous verrez ici à quelle date l’attendre.',
  another: 'Une autre lettre annule le code de la précédente.',
  resend: 'Demander une autre lettre',
  resending: 'Demande de la lettre…',
  resendFrom: (moment: string) => `Vous pourrez demander une autre lettre à partir du ${moment}.`,
  resendNever: 'Il n’est plus possible de demander une autre lettre pour cette demande.',
  contact: 'Si la dernière lettre ne vous parvient pas, contactez-nous.',
  resent: 'Une autre lettre est demandée',
  resentWhy: 'Le code de la lettre précédente ne peut plus servir\u00a0: attendez la nouvelle.',
  giveUp: 'Renoncer',
  giveUpWhy: 'Vous ne souhaitez plus devenir administrateur de cette structure\u00a0?',
  giveUpTitle: 'Renoncer à devenir administrateur\u00a0?',
  giveUpMeans: (structure: string) =>
    `Le code envoyé à ${structure} ne pourra plus servir, et les services demandés avec lui ne vous seront pas ouverts. Vous ne pourrez pas refaire cette demande tout de suite.`,
  givingUp: 'Annulation en cours…',
  none: 'Aucune demande n’attend de courrier',
  noneNext: 'Pour devenir administrateur de votre structure, demandez d’abord l’accès à un service.',
  toServices: 'Voir mes services',
  done: 'Vous êtes administrateur',
  doneFor: (structure: string) => `Vous gérez désormais les utilisateurs de ${structure} et leurs habilitations.`,
  granted: 'Services ouverts',
  toUsers: 'Gérer les utilisateurs',
  ended,
  problems: {
    activation_code_wrong: ({ triesLeft: left }: FlowProblem) =>
      left === 0
        ? 'Ce code n’est pas le bon, et c’était le dernier essai\u00a0: demandez une autre lettre ci-dessous.'
        : `Ce code n’est pas le bon. Relisez le courrier\u00a0: il ne contient ni I, ni L, ni O, ni U. ${left === undefined ? '' : triesLeft(left)}`.trim(),
    activation_code_expired: 'La validité de ce code est passée\u00a0: il ne peut plus servir. Demandez une autre lettre si c’est encore possible.',
    letter_replaced: 'Ce code est celui d’une lettre précédente. Utilisez celui de la dernière lettre.',
    letter_not_sent: 'La dernière lettre n’est pas encore partie, et les codes précédents ne peuvent plus servir. Attendez-la.',
    activation_tries_exhausted: 'Trop d’essais avec cette lettre\u00a0: son code ne peut plus servir. Demandez une autre lettre ci-dessous.',
    membership_ended: 'Vous n’êtes plus rattaché à cette structure\u00a0: vous ne pouvez pas en devenir administrateur. Rattachez-vous à elle à nouveau, puis refaites une demande.',
    structure_closed: 'Cet établissement a été fermé\u00a0: il ne peut plus avoir d’administrateur. Rattachez-vous à celui qui l’a remplacé.',
    administrator_appointed: 'Quelqu’un d’autre est devenu administrateur de cette structure. Renoncez à cette demande, puis demandez-lui l’accès au service.',
    letter_too_soon: ({ retryAfter }: FlowProblem) =>
      `La dernière lettre est trop récente.${retryAfter === undefined ? '' : ` Vous pourrez en demander une autre ${wait(retryAfter)}.`}`,
    letter_quota_reached: ({ retryAfter }: FlowProblem) =>
      retryAfter === undefined
        ? 'Le nombre de lettres permis est atteint. Si la dernière ne vous parvient pas, contactez-nous.'
        : `Le nombre de lettres permis est atteint pour le moment. Vous pourrez en demander une autre ${wait(retryAfter)}.`,
    not_found: 'Cette demande n’existe pas, ou elle n’est pas la vôtre. Revenez à vos services.',
  },
};
