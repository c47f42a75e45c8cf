import type { FlowProblem } from '../../../sdk/flows/problem.js';
import { wait } from './problems.js';

const number = new Intl.NumberFormat('fr');

/** Why a search found nothing, and what to try next. */
const hints = {
  siren_invalid: 'Ce numéro de SIREN n’existe pas\u00a0: il compte 9 chiffres, dont le dernier vérifie les autres. Relisez-le, ou cherchez par le nom.',
  siret_invalid: 'Ce numéro de SIRET n’existe pas\u00a0: il compte 14 chiffres, dont le dernier vérifie les autres. Relisez-le, ou cherchez par le nom.',
  siren_unknown: 'Ce numéro de SIREN est bien formé, mais il ne figure pas dans notre annuaire. Cherchez par le nom et la commune.',
  siret_unknown: 'Ce numéro de SIRET est bien formé, mais il ne figure pas dans notre annuaire. Cherchez par le nom et la commune.',
  too_short: 'Votre recherche est trop courte. Indiquez au moins deux lettres, ou un code postal entier.',
  nothing_found: 'Aucun nom de l’annuaire ne ressemble à votre recherche. Essayez avec moins de mots, ou avec la commune ou le code postal.',
};

/** Finding one's structure and attaching oneself to it. */
export const structurePicker = {
  title: 'Ajouter votre structure',
  query: 'Nom, commune ou numéro de votre structure',
  hint: 'Indiquez votre numéro de SIRET ou votre raison sociale, avec la commune ou le code postal si vous le souhaitez. Le numéro de SIREN convient aussi.',
  search: 'Rechercher',
  searching: 'Recherche en cours…',
  queryRequired: 'Indiquez un nom, une commune, un code postal ou un numéro.',
  count: (total: number) => {
    if (total === 0) return 'Aucune structure trouvée';
    if (total === 1) return '1 structure trouvée';
    return total < 10_000 ? `${number.format(total)} structures trouvées` : `${number.format(10_000)} structures trouvées, ou plus`;
  },
  results: (count: string, query: string) => `${count} pour «\u00a0${query}\u00a0»`,
  tooMany: 'Ajoutez la commune ou le code postal pour réduire la liste.',
  page: (page: number, pages: number) => `page ${number.format(page)} sur ${number.format(pages)}`,
  pages: 'Pages de résultats',
  previous: 'Page précédente',
  next: 'Page suivante',
  hints,
  notClient: 'Votre structure n’est pas encore cliente\u00a0?',
  offices: 'Contactez la Direction Régionale',
  siret: 'SIRET',
  address: 'Adresse',
  town: 'Code postal et commune',
  closed: 'Établissement fermé',
  closedReason: 'Cet établissement n’est plus en activité\u00a0: il ne peut pas être choisi. Cherchez celui qui l’a remplacé.',
  constructedSiret: 'SIRET de démonstration',
  constructedAddress: 'Adresse de démonstration',
  opening: 'Ouverture en cours…',
  check: 'Veuillez vérifier les informations suivantes',
  more: "Complément d'informations",
  createdOn: "Date de création de l'entreprise",
  activity: 'Activité principale exercée',
  sign: 'Enseigne',
  validate: 'Valider',
  back: 'Retour',
  attaching: 'Rattachement en cours…',
  attached: (name: string) => `Vous êtes rattaché à ${name}`,
  attachedNext: 'Vous pouvez maintenant indiquer votre fonction et demander l’accès aux services.',
  chosen: (name: string) => `Vous avez choisi ${name}`,
  again: 'Chercher une autre structure',
  problems: {
    structure_unknown: 'Cette structure ne figure plus dans l’annuaire. Revenez à la recherche.',
    structure_closed: 'Cet établissement vient d’être fermé\u00a0: vous ne pouvez pas vous y rattacher. Cherchez celui qui l’a remplacé.',
    directory_unavailable: ({ retryAfter }: FlowProblem) =>
      `L’annuaire des structures ne répond pas. Réessayez ${wait(retryAfter ?? 60)}\u00a0: votre recherche est conservée.`,
  },
};
