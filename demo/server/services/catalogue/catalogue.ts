import type { Service } from '../../../../src/contract.js';
import { Refusal } from '../../refusal.js';

/** A service as the catalogue holds it, and what asking for it takes. */
export interface CatalogueEntry {
  readonly service: Service;
  /** One of the loan space: the structure must be a client, and the person's function set. */
  readonly loans: boolean;
}

function entry(loans: boolean, serviceId: string, name: string, title: string, offers: string[]): CatalogueEntry {
  return { loans, service: { serviceId, name, title, offers, url: `/pages/service.html?service=${serviceId}` } };
}

/** In the order in which the page shows them. */
export const CATALOGUE: readonly CatalogueEntry[] = [
  entry(false, 'dataviz-coeur-de-ville', 'Dataviz Coeur de Ville', 'Le centre-ville en chiffres', [
    'Commerces, logements, population : suivre l’évolution du centre-ville sur une carte',
    'Comparer la commune avec d’autres de même taille',
  ]),
  entry(true, 'demande-de-prets', 'Demande de prêts', 'Demande de prêts en ligne', [
    'Préparer une demande de prêt et y joindre ses pièces',
    'Reprendre plus tard une demande commencée',
  ]),
  entry(true, 'suivi-des-dossiers', 'Suivi des dossiers', 'Consultation des dossiers', [
    'Savoir où en est chaque demande de prêt',
    'Retrouver les échanges et les pièces attendues',
  ]),
  entry(true, 'encours', 'Encours', 'Consultation des Encours', [
    'Voir les prêts en gestion, leurs encours et leurs échéances',
    'Télécharger les tableaux d’amortissement et les caractéristiques financières',
  ]),
  entry(true, 'documents', 'Documents', 'Consultation des documents', [
    'Retrouver contrats, avis d’échéance et attestations',
    'Télécharger un document ou tous ceux d’une année',
  ]),
  entry(
    false,
    'dataviz-territoires-industrie',
    "Dataviz Territoires d'industrie Premium",
    'L’industrie du territoire en chiffres',
    ['Emplois, entreprises et foncier industriels du territoire, sur une carte', 'Télécharger les données pour ses propres études'],
  ),
];

const BY_ID = new Map(CATALOGUE.map((each) => [each.service.serviceId, each]));

/** @throws {Refusal} `service_unknown`. */
export function findService(serviceId: string): CatalogueEntry {
  const found = BY_ID.get(serviceId);
  if (!found) throw new Refusal('service_unknown');
  return found;
}

/** What people call a service; its id when the catalogue has dropped it. */
export function serviceName(serviceId: string): string {
  return BY_ID.get(serviceId)?.service.name ?? serviceId;
}

/** Place in the catalogue, for lists of several services. */
export function byCatalogue(a: string, b: string): number {
  const ids = [...BY_ID.keys()];
  return ids.indexOf(a) - ids.indexOf(b);
}
