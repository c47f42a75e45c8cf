import { CONTACT } from '../../contact.js';
import { say, type MailBody, type Part } from '../body.js';
import type { MailOf, Template } from '../mail.js';
import { frenchCivility, frenchDate, frenchList, type Civility } from './french.js';

type Sentences = { [T in Template]: (mail: MailOf<T>) => MailBody };

const hello = ({ civility, lastName }: { civility: Civility; lastName: string }): Part => ({
  kind: 'text',
  phrase: say`Bonjour ${`${frenchCivility(civility)} ${lastName}`},`,
});
const text = (phrase: ReturnType<typeof say>): Part => ({ kind: 'text', phrase });
const link = (label: string, url: string): Part => ({ kind: 'link', label, url });

const codeAdvice = (minutes: number): Part =>
  text(
    say`Ce code sert une seule fois et reste valable ${minutes} minutes. Saisissez-le dans la page où vous avez commencé votre inscription, et ne le communiquez à personne.`,
  );

const notMine = text(
  say`Si vous n’avez rien demandé, ignorez ce message\u00a0: sans ce code, personne ne peut ouvrir d’espace à votre adresse.`,
);

const endings = {
  lapsed: say`Le code envoyé par courrier n’a pas été saisi à temps\u00a0: il ne fonctionne plus.`,
  cancelled: say`Votre demande a été annulée\u00a0: le code envoyé par courrier ne fonctionne plus.`,
  disowned: say`L’établissement nous a signalé qu’il n’était pas à l’origine de cette demande. Nous y avons donc mis fin, et le code envoyé par courrier ne fonctionne plus.`,
} as const;

const mails: Sentences = {
  sign_up_code: (mail) => ({
    subject: say`Votre code de validation\u00a0: ${mail.code}`,
    parts: [
      { kind: 'code', label: 'Votre code de validation', code: mail.code },
      hello(mail),
      text(say`Vous créez votre espace personnel\u00a0: il ne reste plus qu’à confirmer votre adresse courriel.`),
      codeAdvice(mail.minutes),
      notMine,
    ],
  }),
  sign_up_existing: (mail) => ({
    subject: say`Vous avez déjà un espace personnel`,
    parts: [
      hello(mail),
      text(
        say`Une inscription vient d’être demandée avec votre adresse courriel. Vous avez déjà un espace personnel\u00a0: aucun autre n’a été créé, et rien n’a changé dans le vôtre.`,
      ),
      text(
        say`Si c’était vous, connectez-vous avec votre identifiant, ou avec cette adresse si vous ne le savez plus. Si vous ne savez plus votre mot de passe, appelez-nous au ${CONTACT.phone}.`,
      ),
      link('Me connecter', mail.signInUrl),
      text(say`Si ce n’était pas vous, vous n’avez rien à faire.`),
    ],
  }),
  codes_lengthened: (mail) => ({
    subject: say`Votre nouveau code de validation\u00a0: ${mail.code}`,
    parts: [
      { kind: 'code', label: 'Votre nouveau code de validation', code: mail.code },
      text(
        say`Bonjour, ce code plus long remplace celui que nous vous avions envoyé, qui ne fonctionne plus. Trop de codes faux ont été saisis ces dernières heures\u00a0: nous avons allongé les codes pour protéger votre inscription.`,
      ),
      codeAdvice(mail.minutes),
      notMine,
    ],
  }),
  welcome: (mail) => ({
    subject: say`Bienvenue\u00a0! Votre identifiant\u00a0: ${mail.loginId}`,
    parts: [
      hello(mail),
      text(say`Votre inscription est validée. Voici votre identifiant, à conserver\u00a0:`),
      { kind: 'facts', rows: [['Identifiant', mail.loginId]] },
      text(
        say`Pour vous connecter, utilisez cet identifiant ou votre adresse courriel, avec le mot de passe que vous avez choisi. L’étape suivante\u00a0: rechercher votre structure et vous y rattacher.`,
      ),
      link('Me connecter', mail.signInUrl),
    ],
  }),
  letter_on_its_way: (mail) => ({
    subject: say`Un courrier part vers ${mail.structureName}`,
    parts: [
      hello(mail),
      text(
        say`Vous avez accepté de devenir administrateur pour ${mail.structureName}. Un courrier contenant votre code d’activation est envoyé au représentant légal, à cette adresse\u00a0:`,
      ),
      {
        kind: 'facts',
        rows: [
          ['Adresse', mail.addressLines.join(', ')],
          ['Services demandés', frenchList(mail.serviceNames)],
          ['Arrivée prévue', `vers le ${frenchDate(mail.expectedBy)}`],
        ],
      },
      text(
        say`Prévenez dès maintenant votre représentant légal\u00a0: l’enveloppe ne porte pas son nom et pourrait s’égarer. C’est à lui de vous remettre le code, s’il est d’accord.`,
      ),
      text(say`Quand vous aurez le code, saisissez-le ici. Vous y suivez aussi l’envoi, et pouvez y annuler votre demande.`),
      link('Suivre ma demande', mail.activationUrl),
    ],
  }),
  administrator_activated: (mail) => ({
    subject: say`Vous êtes administrateur pour ${mail.structureName}`,
    parts: [
      hello(mail),
      text(say`Votre code a été accepté. Vous êtes maintenant administrateur pour ${mail.structureName}, et vous avez accès à ce que vous aviez demandé\u00a0:`),
      { kind: 'facts', rows: [['Services ouverts', frenchList(mail.serviceNames)]] },
      text(
        say`Les demandes de vos collègues vous parviendront par e-mail. Vous les approuvez ou les refusez dans «\u00a0Gestion des utilisateurs\u00a0».`,
      ),
      link('Ouvrir la gestion des utilisateurs', mail.adminUrl),
      text(say`Si vous n’avez pas saisi ce code vous-même, appelez-nous sans attendre au ${CONTACT.phone}.`),
    ],
  }),
  habilitation_requested: (mail) => ({
    subject: say`Une demande d’habilitation attend votre décision`,
    parts: [
      hello(mail),
      text(say`${mail.requesterName} demande l’accès à un service pour une structure que vous administrez.`),
      {
        kind: 'facts',
        rows: [
          ['Demandeur', mail.requesterName],
          ['Service', mail.serviceName],
          ['Structure', mail.structureName],
          ['Demandé le', frenchDate(mail.requestedOn)],
        ],
      },
      text(
        say`Approuvez ou refusez cette demande dans «\u00a0Gestion des utilisateurs\u00a0». Le lien ci-dessous ouvre seulement cet écran\u00a0: rien n’est décidé tant que vous n’y avez pas choisi.`,
      ),
      link('Examiner la demande', mail.adminUrl),
    ],
  }),
  habilitation_granted: (mail) => ({
    subject: say`Votre accès au service ${mail.serviceName} est ouvert`,
    parts: [
      hello(mail),
      text(say`Vous êtes habilité au service ${mail.serviceName} pour ${mail.structureName}. Son bouton se trouve maintenant dans «\u00a0Mes services\u00a0».`),
      link('Voir mes services', mail.servicesUrl),
    ],
  }),
  habilitation_refused: (mail) => ({
    subject: say`Votre demande pour le service ${mail.serviceName} est refusée`,
    parts: [
      hello(mail),
      text(say`Votre demande d’accès au service ${mail.serviceName} pour ${mail.structureName} n’a pas été approuvée.`),
      { kind: 'quote', label: 'Motif', typed: mail.reason },
      text(say`Parlez-en avec votre administrateur si cette décision vous étonne. Vous pourrez faire une nouvelle demande dans «\u00a0Mes services\u00a0».`),
      link('Voir mes services', mail.servicesUrl),
    ],
  }),
  claim_ended: (mail) => ({
    subject: say`Votre demande d’administrateur pour ${mail.structureName} a pris fin`,
    parts: [
      hello(mail),
      text(say`Vous aviez demandé à devenir administrateur pour ${mail.structureName}. Cette demande a pris fin.`),
      text(endings[mail.why]),
      text(say`Votre espace personnel reste ouvert. «\u00a0Mes services\u00a0» montre où en sont vos demandes et ce que vous pouvez encore demander.`),
      link('Voir mes services', mail.servicesUrl),
    ],
  }),
};

/** French, the source. Its type is what another language must offer. */
export const fr = {
  lang: 'fr',
  /** After a label. */
  colon: '\u00a0:',
  footer: 'Message automatique de votre espace personnel\u00a0: merci de ne pas y répondre.',
  mails,
};

export type MailCatalogue = typeof fr;
