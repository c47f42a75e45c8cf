import type { StructureRow } from './rows.js';

/** Shown where the register withholds the name, as it does for some natural persons. */
export const WITHHELD_NAME = 'Nom non diffusé';

/** One row of a Stock file, by column name; empty, absent or "[ND]" is unknown. */
export type Column = (name: string) => string | undefined;

/** Unknown and withheld alike are null. */
export function known(value: string | undefined): string | null {
  return value === undefined || value === '' || value === '[ND]' ? null : value;
}

function joined(parts: readonly (string | null)[]): string | null {
  const text = parts.filter((part) => part !== null).join(' ');
  return text === '' ? null : text;
}

function streetOf(column: Column): string | null {
  return joined(
    [
      'complementAdresseEtablissement',
      'numeroVoieEtablissement',
      'indiceRepetitionEtablissement',
      'typeVoieEtablissement',
      'libelleVoieEtablissement',
      'distributionSpecialeEtablissement',
    ].map((name) => known(column(name))),
  );
}

function townOf(column: Column): string | null {
  const french = known(column('libelleCommuneEtablissement'));
  if (french !== null) return french;
  return joined([
    known(column('libelleCommuneEtrangerEtablissement')),
    known(column('libellePaysEtrangerEtablissement')),
  ]);
}

function signOf(column: Column): string | null {
  for (const name of ['enseigne1Etablissement', 'denominationUsuelleEtablissement']) {
    const sign = known(column(name));
    if (sign !== null) return sign;
  }
  return null;
}

/** One impossible day must not stop 40 million rows. */
function dayOf(value: string | null): string | null {
  if (value === null || !/^\d{4}-\d\d-\d\d$/.test(value)) return null;
  const date = new Date(value);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value) && value > '0001' ? value : null;
}

/** Some recorded rows repeat postcode and town at the end of the street. */
function withoutEnd(street: string | null, end: string | null): string | null {
  if (street === null || end === null || !street.endsWith(` ${end}`)) return street;
  return street.slice(0, -end.length - 1);
}

/**
 * Reads one establishment of StockEtablissement.
 *
 * @param unit - Its legal unit, which the file does not describe.
 * @see https://www.sirene.fr, "Description des fichiers", for the columns.
 */
export function establishmentRow(
  column: Column,
  unit: { name: string; legalCategory: string | null },
  source: string | null,
): StructureRow {
  const postcode = known(column('codePostalEtablissement'));
  const town = townOf(column);
  return {
    siret: column('siret') ?? '',
    siren: column('siren') ?? '',
    name: unit.name,
    address: withoutEnd(streetOf(column), joined([postcode, town])),
    postcode,
    town,
    closed: column('etatAdministratifEtablissement') === 'F',
    seat: column('etablissementSiege') === 'true',
    constructed: [],
    createdOn: dayOf(known(column('dateCreationEtablissement'))),
    activityCode: known(column('activitePrincipaleEtablissement')),
    sign: signOf(column),
    legalCategory: unit.legalCategory,
    source,
  };
}
