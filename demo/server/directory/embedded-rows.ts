import { completeSiret } from '../../../src/contract.js';
import { communeName } from './commune-names.js';
import type { CommuneRecord, EmbeddedData, GroupingRecord } from './embedded-data.js';
import { establishmentRow, known } from './establishment.js';
import type { StructureRow } from './rows.js';
import { coreOf, registerCapitals, significantWords } from './text.js';

const PUBLIC_ADMINISTRATION = '84.11Z';
const COMMUNE = '7210';
const GROUPINGS: Record<string, string> = {
  CC: '7346',
  CA: '7348',
  CU: '7343',
  METRO: '7344',
  // The métropole de Lyon is a local authority of its own kind.
  MET69: '7229',
};
const SOURCE = '@etalab/decoupage-administratif 6.0.0';

/** The first four digits of the number that a register would most likely give a seat. */
const FIRST_NIC = '0001';

interface Place {
  postcode: string | null;
  town: string;
}

function postcodesOf(commune: CommuneRecord): string[] {
  return commune.codes_postaux.split('|').filter(Boolean).sort();
}

function placeOf(commune: CommuneRecord): Place {
  return { postcode: postcodesOf(commune)[0] ?? null, town: registerCapitals(commune.nom) };
}

/** What communes and groupings have in common. */
function publicBody(siren: string, name: string, legalCategory: string, place: Place | undefined) {
  return {
    siren,
    name,
    address: place ? 'Mairie' : null,
    postcode: place?.postcode ?? null,
    town: place?.town ?? null,
    closed: false,
    createdOn: null,
    activityCode: PUBLIC_ADMINISTRATION,
    sign: null,
    legalCategory,
    source: SOURCE,
  };
}

function communeBody(commune: CommuneRecord) {
  const body = publicBody(commune.siren, communeName(commune.nom, commune.region), COMMUNE, placeOf(commune));
  return { ...body, alsoFoundBy: postcodesOf(commune).join(' ') };
}

function groupingBody(grouping: GroupingRecord, communes: ReadonlyMap<string, CommuneRecord>) {
  const members = grouping.codes_insee_membres
    .split('|')
    .map((code) => communes.get(code))
    .filter((commune) => commune !== undefined)
    .sort((a, b) => Number(b.population) - Number(a.population));
  const [largest] = members;
  const legalCategory = GROUPINGS[grouping.type];
  if (legalCategory === undefined) throw new Error(`epci.csv: unknown kind of grouping "${grouping.type}"`);
  return publicBody(grouping.siren, registerCapitals(grouping.nom), legalCategory, largest && placeOf(largest));
}

function sirets(data: EmbeddedData): Map<string, string[]> {
  const bySiren = new Map<string, string[]>();
  for (const { siren, siret } of data.knownSirets) {
    bySiren.set(siren, [...(bySiren.get(siren) ?? []), siret].sort());
  }
  return bySiren;
}

/** One row per known establishment, the lowest number taken for the seat; without any, one is built. */
function establishmentsOf(
  body: Omit<StructureRow, 'siret' | 'seat' | 'constructed'>,
  knownSirets: readonly string[] | undefined,
): StructureRow[] {
  if (!knownSirets) {
    const siret = completeSiret(body.siren, FIRST_NIC);
    return [{ ...body, siret, seat: true, constructed: ['siret', 'address'] }];
  }
  return knownSirets.map((siret, index) =>
    index === 0
      ? { ...body, siret, seat: true, constructed: ['address'] }
      : // Where a commune's further establishments are is not known, and not at its town hall.
        { ...body, siret, seat: false, address: null, constructed: ['address'] },
  );
}

/**
 * Every establishment of the embedded directory, shortest name first.
 *
 * The order matters: the tables keep it, and a search that stops early has then seen the best ones.
 */
export function embeddedRows(data: EmbeddedData): StructureRow[] {
  const communes = new Map(data.communes.map((commune) => [commune.code_insee, commune]));
  const knownSirets = sirets(data);
  const rows = new Map<string, StructureRow>();
  for (const record of data.establishments) {
    const unit = { name: record.denominationUniteLegale ?? '', legalCategory: known(record.categorieJuridiqueUniteLegale) };
    const row = establishmentRow((name) => record[name], unit, known(record.source));
    rows.set(row.siret, row);
  }
  const bodies = [
    ...data.communes.map(communeBody),
    ...data.groupings.map((grouping) => groupingBody(grouping, communes)),
  ];
  for (const body of bodies) {
    for (const row of establishmentsOf(body, knownSirets.get(body.siren))) {
      if (!rows.has(row.siret)) rows.set(row.siret, row);
    }
  }
  return [...rows.values()]
    .map((row) => ({ row, length: coreOf(significantWords(row.name)).length }))
    .sort((a, b) => a.length - b.length)
    .map(({ row }) => row);
}
