import type { FlowProblem } from '../../../sdk/flows/problem.js';
import { wait } from './problems.js';

function later({ retryAfter }: FlowProblem): string {
  return retryAfter === undefined ? 'plus tard' : wait(retryAfter);
}

/** What asking for a service will do, and what it did. */
export const habilitationRequest = {
  title: "Demande d'habilitation",
  optionsMissing: 'Choisissez d’abord un service dans «\u00a0Mes services\u00a0»\u00a0: cette page ne sait pas lequel vous demandez.',
  service: 'Service',
  structure: 'Structure',
  changedTitle: 'La situation de votre structure vient de changer',
  changed: 'Rien n’a été envoyé. Voici ce que votre demande ferait maintenant\u00a0: relisez, puis acceptez ou annulez.',
  cases: {
    first_user: {
      lead: (service: string) => `Afin de bénéficier du service ${service}, votre habilitation doit être validée.`,
      role: 'Étant le premier utilisateur à vous déclarer pour cet établissement,',
      roleStrong: 'vous allez devenir administrateur',
      roleEnd: 'des utilisateurs et de leurs habilitations.',
      check: 'Vérifiez auprès de votre représentant légal que vous pouvez endosser le rôle avant de poursuivre votre demande.',
      letterTitle: 'Un courrier sera envoyé à votre représentant légal',
      letter: 'Il contient le code qui fait de vous un administrateur et ouvre le service. Il partira à cette adresse\u00a0:',
      warn: 'Ce courrier ne porte pas de nom. Prévenez votre représentant légal de son arrivée, pour qu’il ne s’égare pas et vous soit remis.',
    },
    administrator: [
      (service: string) => `Afin de bénéficier du service ${service}, votre demande doit être validée par un administrateur de votre établissement.`,
      () => 'Un e-mail va être envoyé à l’administrateur afin qu’il puisse vous donner l’habilitation au service souhaité.',
    ],
    future_administrator: [
      (service: string) => `Afin de bénéficier du service ${service}, votre demande doit être validée par un administrateur de votre établissement.`,
      () => 'Cet administrateur est en cours de désignation. Votre demande attendra et lui parviendra dès qu’il le sera\u00a0; personne ne reçoit d’e-mail d’ici là.',
    ],
    own_claim: [
      (service: string) => `Vous allez devenir administrateur de votre établissement\u00a0: le service ${service} s’ajoutera à ce que vous avez déjà demandé.`,
      () => 'Il s’ouvrira avec le code du courrier envoyé à votre représentant légal. Aucun autre courrier ne part.',
    ],
    sole_administrator: [
      (service: string) => `Vous êtes le seul administrateur de votre établissement\u00a0: le service ${service} vous sera ouvert dès que vous aurez accepté.`,
      () => 'L’historique de la structure gardera la trace de cette décision.',
    ],
  },
  cancel: 'Annuler',
  accept: 'Accepter',
  accepting: 'Envoi de la demande en cours…',
  acceptedTitle: 'Votre demande est enregistrée',
  grantedTitle: (service: string) => `Vous êtes habilité au service ${service}`,
  done: {
    first_user: [
      'Un courrier part à l’adresse de votre structure, à l’attention de son représentant légal. Prévenez-le dès maintenant.',
      'Quand il vous aura remis le courrier, saisissez le code qu’il contient\u00a0: vous serez administrateur, et le service s’ouvrira.',
    ],
    administrator: ['Les administrateurs de votre structure sont prévenus par e-mail. Vous recevrez un e-mail dès qu’ils auront décidé.'],
    future_administrator: [
      'Un administrateur est en cours de désignation. Votre demande lui parviendra dès qu’il le sera, et vous recevrez un e-mail quand il aura décidé.',
    ],
    own_claim: ['Ce service s’ouvrira avec les autres, quand vous saisirez le code du courrier.'],
    sole_administrator: ['Vous pouvez y accéder dès maintenant depuis «\u00a0Mes services\u00a0».'],
  },
  already: {
    awaiting_letter: (service: string) => `Vous avez déjà demandé le service ${service}. Il s’ouvrira avec le code du courrier envoyé à votre représentant légal.`,
    awaiting_administrator: (service: string) =>
      `Vous avez déjà demandé le service ${service}. Votre demande attend la décision d’un administrateur de votre structure\u00a0; vous recevrez un e-mail.`,
    granted: (service: string) => `Vous êtes déjà habilité au service ${service}. Vous pouvez y accéder depuis «\u00a0Mes services\u00a0».`,
  },
  alreadyTitle: 'Ce service est déjà demandé',
  typeCode: 'Suivre le courrier et saisir le code',
  services: 'Retour à mes services',
  declinedTitle: 'Votre demande n’a pas été envoyée',
  declined: 'Rien n’a changé, et personne n’a été prévenu. Vous pouvez la reprendre quand vous voulez.',
  resume: 'Reprendre la demande',
  problems: {
    not_found: 'Ce service, ou votre rattachement à cette structure, n’existe plus. Revenez à vos services.',
    service_unknown: 'Ce service n’est plus proposé. Revenez à vos services.',
    job_function_missing: 'Ce service demande de connaître votre fonction. Indiquez-la dans «\u00a0Mes services\u00a0», puis recommencez.',
    client_code_missing: 'Ce service est réservé aux structures clientes de la Caisse des Dépôts, et la vôtre n’a pas de numéro client. Contactez la Direction Régionale.',
    case_quota_reached: (problem: FlowProblem) =>
      `Vous avez préparé des demandes pour un grand nombre de structures aujourd’hui. Revenez ${later(problem)}.`,
    claim_quota_reached: (problem: FlowProblem) =>
      `Vous attendez déjà autant de courriers qu’il est permis à une personne. Menez une de ces demandes à son terme ou annulez-la${problem.retryAfter === undefined ? '' : `, ou revenez ${later(problem)}`}.`,
    letter_quota_reached: (problem: FlowProblem) =>
      `Trop de courriers ont été demandés ces derniers jours\u00a0; aucun autre ne peut partir pour le moment. Revenez ${later(problem)}.`,
    claim_too_soon: (problem: FlowProblem) =>
      `Votre demande précédente pour cette structure a pris fin sans que le code soit saisi. Vous pourrez recommencer ${later(problem)}\u00a0; un collègue peut le faire dès maintenant.`,
    structure_closed: 'Cet établissement est fermé\u00a0: plus rien ne peut être demandé en son nom. Rattachez-vous à celui qui l’a remplacé.',
    request_in_progress: 'Votre demande est déjà en cours d’envoi. Attendez un instant, puis réessayez.',
  },
};
