import { frenchCivility, frenchDate, frenchDateTime, frenchList } from '../../mail/locales/french.js';

/** The letter's sentences. Its type is what another language must offer. */
export const fr = {
  lang: 'fr-FR',
  /** After a label. */
  colon: '\u00a0:',
  title: (structure: string) => `Code d’activation pour ${structure}`,
  letterhead: 'Services en ligne aux organismes',
  recipient: 'À l’attention du représentant légal',
  sentOn: (date: Date) => `Le ${frenchDate(date)}`,
  reference: 'Référence',
  object: 'Objet\u00a0: désignation de l’administrateur de nos services en ligne pour votre établissement',
  greeting: 'Madame, Monsieur,',
  request:
    'La personne nommée ci-dessous a créé un espace personnel sur notre portail. Elle déclare travailler pour ' +
    'l’établissement que vous représentez et demande à en devenir l’administrateur.',
  facts: {
    structure: 'Établissement',
    siret: 'SIRET',
    requester: 'Demandeur',
    services: 'Services demandés',
  },
  requester: (civility: 'mr' | 'mrs', firstName: string, lastName: string) =>
    `${frenchCivility(civility)} ${firstName} ${lastName}`,
  services: (names: readonly string[]) => frenchList(names),
  andOthers: (count: number) => (count === 1 ? 'un autre service' : `${count} autres services`),
  agreeTitle: 'Vous êtes d’accord\u00a0: remettez-lui le code',
  commitment:
    'En remettant ce code à cette personne, vous la désignez comme administrateur et vous reconnaissez que votre ' +
    'établissement est engagé par tout acte accompli en utilisant ces services. Elle y accédera elle-même et décidera, ' +
    'pour l’établissement, qui d’autre peut y accéder.',
  codeLabel: 'Code d’activation',
  validity: (date: Date) => `Valable jusqu’au ${frenchDateTime(date)} (heure de Paris).`,
  codeUse: (portal: string) =>
    `Il sert une seule fois, à cette personne seulement, et se saisit dans son espace personnel, sur ${portal}. ` +
    'Il ne contient ni I, ni L, ni O, ni U\u00a0: lisez 1 (un) et 0 (zéro).',
  unexpectedTitle: 'Vous n’attendiez pas ce courrier, ou vous n’êtes pas d’accord',
  unexpected: (phone: string) =>
    'Ne remettez le code à personne\u00a0: sans lui, aucun droit n’est donné et la demande prend fin d’elle-même. ' +
    `Pour nous signaler que votre établissement désavoue cette demande, appelez le ${phone} en citant la référence de ce courrier. ` +
    'Nous mettrons fin à la demande, et le code cessera aussitôt de fonctionner.',
  questionTitle: 'Une question\u00a0?',
  question: (name: string, phone: string) => `${name} vous répond au ${phone}.`,
  closing: 'Nous vous prions d’agréer, Madame, Monsieur, nos salutations distinguées.',
  footer: 'Courrier produit automatiquement, sans signature. Nous ne vous demanderons jamais ce code par téléphone ni par e-mail.',
};

export type LetterCatalogue = typeof fr;
