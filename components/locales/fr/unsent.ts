import { wait } from './problems.js';

/** When no mail could leave for a sign-up. It says the same whether or not the address has an account. */
export const unsent = {
  to: 'Aucun e-mail n’est parti à l’instant vers',
  why: {
    too_soon:
      'Un autre venait d’y être envoyé. S’il répondait à une autre inscription, le code qu’il contient ne convient pas à celle-ci.',
    too_many: 'Le nombre d’e-mails permis en une journée vers cette adresse est atteint.',
    lapsed: 'Cette inscription n’a pas de code en cours de validité.',
  },
  /** @param seconds - Until another mail may be asked for. */
  next: (seconds: number) =>
    seconds ? `Vous pourrez demander un nouveau code ${wait(seconds)}.` : 'Vous pouvez maintenant demander un nouveau code.',
};
