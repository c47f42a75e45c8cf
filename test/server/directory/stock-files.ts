import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

type Values = Record<string, string>;

const ESTABLISHMENT_COLUMNS = [
  ...['siren', 'nic', 'siret', 'statutDiffusionEtablissement', 'dateCreationEtablissement', 'etablissementSiege'],
  ...['complementAdresseEtablissement', 'numeroVoieEtablissement', 'indiceRepetitionEtablissement'],
  ...['dernierNumeroVoieEtablissement', 'typeVoieEtablissement', 'libelleVoieEtablissement', 'codePostalEtablissement'],
  ...['libelleCommuneEtablissement', 'libelleCommuneEtrangerEtablissement', 'libellePaysEtrangerEtablissement'],
  ...['etatAdministratifEtablissement', 'enseigne1Etablissement', 'denominationUsuelleEtablissement'],
  ...['activitePrincipaleEtablissement', 'caractereEmployeurEtablissement'],
];

const UNIT_COLUMNS = [
  ...['siren', 'statutDiffusionUniteLegale', 'sigleUniteLegale', 'prenomUsuelUniteLegale', 'nomUniteLegale'],
  ...['nomUsageUniteLegale', 'denominationUniteLegale', 'denominationUsuelle1UniteLegale', 'categorieJuridiqueUniteLegale'],
];

function cell(value: string): string {
  return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

function csv(columns: readonly string[], rows: readonly Values[]): string {
  const lines = rows.map((row) => columns.map((column) => cell(row[column] ?? '')).join(','));
  return [columns.join(','), ...lines, ''].join('\n');
}

/** An open establishment in Clamart, changed where told. */
export function establishment(siret: string, values: Values = {}): Values {
  return {
    siren: siret.slice(0, 9),
    nic: siret.slice(9),
    siret,
    statutDiffusionEtablissement: 'O',
    dateCreationEtablissement: '2019-02-03',
    etablissementSiege: 'true',
    numeroVoieEtablissement: '12',
    typeVoieEtablissement: 'RUE',
    libelleVoieEtablissement: 'DES TILLEULS',
    codePostalEtablissement: '92140',
    libelleCommuneEtablissement: 'CLAMART',
    etatAdministratifEtablissement: 'A',
    activitePrincipaleEtablissement: '68.32A',
    ...values,
  };
}

export async function writeEstablishments(folder: string, rows: readonly Values[], more = ''): Promise<string> {
  const path = join(folder, 'StockEtablissement_utf8.csv');
  await writeFile(path, csv(ESTABLISHMENT_COLUMNS, rows) + more);
  return path;
}

export async function writeUnits(folder: string, rows: readonly Values[]): Promise<string> {
  const path = join(folder, 'StockUniteLegale_utf8.csv');
  await writeFile(path, csv(UNIT_COLUMNS, rows));
  return path;
}
