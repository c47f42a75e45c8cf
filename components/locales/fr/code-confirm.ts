import type { FlowProblem } from '../../../sdk/flows/problem.js';
import { wait } from './problems.js';
import { unsent } from './unsent.js';

const EXHAUSTED = 'ce code ne peut plus être essayé. Demandez un nouveau code.';

/** Proving one's address with the code received by e-mail. */
export const codeConfirm = {
  title: 'Confirmez votre inscription',
  sentTo: 'Un email vous a été envoyé à',
  contains: 'Il contient le code de validation à saisir ci-dessous.',
  unsent,
  code: 'Code de validation',
  hint: (length: number, until: string) => `${length} chiffres, valables jusqu’à ${until}.`,
  hintUnsent: (length: number) => `${length} chiffres, que vous recevrez après avoir demandé un nouveau code.`,
  triesLeft: (tries: number) => `Essais restants\u00a0: ${tries}.`,
  submit: 'Continuer',
  checking: 'Vérification en cours…',
  errors: {
    code_required: () => 'saisissez le code reçu par e-mail.',
    code_incomplete: (length: number) => `saisissez les ${length} chiffres du code reçu par e-mail.`,
  } as Record<string, ((length: number) => string) | undefined>,
  problems: {
    code_wrong: ({ triesLeft = 0 }: FlowProblem) =>
      triesLeft
        ? `ce code n’est pas le bon. Vérifiez-le\u00a0: il vous reste ${triesLeft} essai${triesLeft > 1 ? 's' : ''}.`
        : EXHAUSTED,
    code_tries_exhausted: EXHAUSTED,
    code_expired: 'ce code n’est plus valable. Demandez un nouveau code.',
    too_soon: ({ retryAfter = 60 }: FlowProblem) => `Un e-mail vient de partir. Vous pourrez en demander un autre ${wait(retryAfter)}.`,
    mail_quota_reached: ({ retryAfter = 86_400 }: FlowProblem) =>
      `${unsent.why.too_many} ${unsent.next(retryAfter)} Si ce n’est pas la bonne adresse, corrigez-la.`,
  },
  helpTitle: 'Vous ne trouvez pas cet e-mail\u00a0?',
  askTitle: 'Demander un code',
  help: 'Il arrive qu’il soit considéré comme un spam. Cherchez-le dans les courriers indésirables, ou demandez l’assistance de votre service informatique.',
  from: 'Expéditeur',
  subject: 'Objet',
  resend: 'Recevoir un nouveau code',
  resending: 'Envoi en cours…',
  noMailsLeft: 'Aucun autre e-mail ne peut être envoyé aujourd’hui.',
  notices: {
    code_sent: 'Un nouveau code vous a été envoyé. Le précédent n’est plus valable.',
    email_corrected: 'Votre adresse est corrigée. Un nouveau code vous y a été envoyé.',
  },
  correct: 'Corriger mon adresse',
  correctTitle: 'Corriger mon adresse courriel',
  correctHint: 'Un nouveau code sera envoyé à cette adresse. Le reste de votre saisie est conservé.',
  email: 'Adresse courriel',
  emailErrors: {
    email_required: 'indiquez votre adresse, par exemple prenom.nom@exemple.fr.',
    email_too_long: 'cette adresse est trop longue. Vérifiez-la.',
  } as Record<string, string>,
  emailInvalid: 'cette adresse n’est pas complète ou contient un caractère en trop. Exemple\u00a0: prenom.nom@exemple.fr.',
  correctSubmit: 'Envoyer un nouveau code',
  loading: 'Recherche de votre inscription…',
  missingTitle: 'Aucune inscription n’attend de code',
  missing: 'Si vous avez commencé votre inscription sur un autre appareil ou un autre navigateur, terminez-la là-bas. Sinon, recommencez-la ici. Si elle est déjà confirmée, connectez-vous.',
  goneTitle: 'Cette inscription n’est plus valable',
  gone: {
    expired: 'Elle n’a pas été confirmée à temps. Vous pouvez la recommencer dès maintenant.',
    unknown: 'Nous ne la retrouvons pas. Vous pouvez la recommencer dès maintenant.',
    elsewhere: 'Elle a été terminée dans un autre onglet. Votre identifiant vous a été envoyé par e-mail\u00a0: connectez-vous.',
  },
  elsewhereTitle: 'Cette inscription n’attend plus de code',
  signUp: 'Créer mon espace personnel',
  doneTitle: 'Inscription validée. Bienvenue\u00a0!',
  loginId: 'Votre identifiant de connexion est\u00a0:',
  copy: 'Copier l’identifiant',
  copied: 'Copié',
  copyFailed: 'La copie n’a pas été permise par votre navigateur. Sélectionnez l’identifiant et copiez-le.',
  keep: 'Il vous a été envoyé par email, et vous le retrouverez sur la page de connexion une fois connecté(e).',
  next: 'Pour accéder à votre espace personnel, il vous faut maintenant vous identifier.',
};
