import * as z from 'zod/mini';
import { sectorOfLegalCategory } from '../../../src/contract.js';
import { activityOf } from './activities.js';
import type { StructureDetails } from './directory.js';
import { WITHHELD_NAME } from './establishment.js';

const text = z.nullish(z.string());

/** The fields we read; the API sends many more. */
const establishment = z.object({
  siret: z.string().check(z.regex(/^\d{14}$/)),
  adresse: text,
  code_postal: text,
  libelle_commune: text,
  libelle_commune_etranger: text,
  libelle_pays_etranger: text,
  etat_administratif: text,
  date_creation: text,
  activite_principale: text,
  liste_enseignes: z.nullish(z.array(z.string())),
  nom_commercial: text,
});

const unit = z.object({
  siren: z.string().check(z.regex(/^\d{9}$/)),
  nom_complet: text,
  nom_raison_sociale: text,
  nature_juridique: text,
  siege: z.nullish(establishment),
  matching_etablissements: z.nullish(z.array(establishment)),
});

/**
 * What `/search` of API Recherche d'entreprises answers.
 *
 * @see https://recherche-entreprises.api.gouv.fr/docs/
 */
export const apiAnswer = z.object({ results: z.array(unit), total_results: z.number() });

export type ApiAnswer = z.infer<typeof apiAnswer>;
type ApiUnit = z.infer<typeof unit>;
type ApiEstablishment = z.infer<typeof establishment>;

function known(value: string | null | undefined): string | null {
  return value === null || value === undefined || value === '' || value.includes('[NON-DIFFUSIBLE]') ? null : value;
}

/** The API gives one line that ends with postcode and town. */
function streetOf(line: string | null, postcode: string | null): string | null {
  if (line === null || postcode === null) return line;
  const end = ` ${line}`.lastIndexOf(` ${postcode} `);
  const street = end === -1 ? line : line.slice(0, Math.max(0, end - 1));
  return street === '' ? null : street;
}

function townOf(place: ApiEstablishment): string | null {
  const french = known(place.libelle_commune);
  if (french !== null) return french;
  const abroad = [known(place.libelle_commune_etranger), known(place.libelle_pays_etranger)].filter((part) => part !== null);
  return abroad.length > 0 ? abroad.join(' ') : null;
}

function detailsOf(owner: ApiUnit, place: ApiEstablishment): StructureDetails {
  const postcode = known(place.code_postal);
  const legalCategory = known(owner.nature_juridique);
  const createdOn = known(place.date_creation);
  return {
    siret: place.siret,
    siren: owner.siren,
    name: known(owner.nom_raison_sociale) ?? known(owner.nom_complet) ?? WITHHELD_NAME,
    address: streetOf(known(place.adresse), postcode),
    postcode,
    town: townOf(place),
    closed: place.etat_administratif === 'F',
    sector: sectorOfLegalCategory(legalCategory),
    constructed: [],
    createdOn: createdOn !== null && /^\d{4}-\d\d-\d\d$/.test(createdOn) ? createdOn : null,
    activity: activityOf(known(place.activite_principale)),
    sign: known(place.liste_enseignes?.[0]) ?? known(place.nom_commercial),
    legalCategory,
  };
}

/** The establishments of a unit that the API sent: those that fit the search, open ones first, then the seat. */
export function establishmentsOf(owner: ApiUnit): StructureDetails[] {
  const places = new Map<string, StructureDetails>();
  const fitting = owner.matching_etablissements ?? [];
  for (const place of owner.siege ? [...fitting, owner.siege] : fitting) {
    if (!places.has(place.siret)) places.set(place.siret, detailsOf(owner, place));
  }
  return [...places.values()].sort((a, b) => Number(a.closed) - Number(b.closed));
}
