import { establishmentRow, known, WITHHELD_NAME, type Column } from './establishment.js';
import { packed, unpacked } from './rows.js';
import { coreOf, searchText, significantWords } from './text.js';

/** A statement with its values. */
export interface Statement {
  text: string;
  values: string[];
}

/** What adds one block of a Stock file to the database. */
export type BlockStatement = (records: readonly Column[]) => Statement;

function personName(column: Column): string | null {
  const lastName = known(column('nomUsageUniteLegale')) ?? known(column('nomUniteLegale'));
  if (lastName === null) return null;
  const firstName = known(column('prenomUsuelUniteLegale'));
  return firstName === null ? lastName : `${firstName} ${lastName}`;
}

const UNIT_COLUMNS = ['siren', 'name', 'legal_category', 'core', 'words'];

/** StockUniteLegale: what the name of a legal unit is, and the words it is found by. */
export const unitsStatement: BlockStatement = (records) => {
  const units = records.map((column) => {
    const name = known(column('denominationUniteLegale')) ?? personName(column);
    const legalCategory = known(column('categorieJuridiqueUniteLegale'));
    const otherNames = ['sigleUniteLegale', 'denominationUsuelle1UniteLegale'].map((other) => known(column(other)));
    const words = searchText([name, ...otherNames], legalCategory);
    return [column('siren') ?? null, name, legalCategory, coreOf(significantWords(name ?? '')), words];
  });
  return {
    text: `INSERT INTO sirene_units (${UNIT_COLUMNS.join(', ')})
     SELECT siren, name, legal_category, coalesce(core, ''), coalesce(words, '') FROM ${unpacked(UNIT_COLUMNS)}
     ON CONFLICT (siren) DO NOTHING`,
    values: UNIT_COLUMNS.map((_, index) => packed(units.map((unit) => unit[index] ?? null))),
  };
};

const COLUMNS = ['siret', 'siren', 'address', 'postcode', 'town', 'closed', 'seat', 'created_on', 'activity_code', 'sign', 'words'];

/** StockEtablissement: everything else, joined in the database with the names read before. */
export const establishmentsStatement: BlockStatement = (records) => {
  const rows = records.map((column) => {
    const row = establishmentRow(column, { name: '', legalCategory: null }, null);
    const words = searchText([row.sign, row.town, row.postcode], null);
    const { siret, siren, address, postcode, town, createdOn, activityCode, sign } = row;
    return [siret, siren, address, postcode, town, row.closed ? 't' : 'f', row.seat ? 't' : 'f', createdOn, activityCode, sign, words];
  });
  return {
    text: `INSERT INTO sirene_structures (siret, siren, name, address, postcode, town, closed, seat, constructed,
       created_on, activity_code, sign, legal_category, core, search_text)
     SELECT v.siret, v.siren, coalesce(u.name, v.sign, '${WITHHELD_NAME}'), v.address, v.postcode, v.town,
       v.closed::boolean, v.seat::boolean, '{}', v.created_on::date, v.activity_code, v.sign, u.legal_category,
       coalesce(u.core, ''), concat_ws(' ', nullif(u.words, ''), v.words)
     FROM ${unpacked(COLUMNS)} LEFT JOIN sirene_units u ON u.siren = v.siren
     ON CONFLICT (siret) DO NOTHING`,
    values: COLUMNS.map((_, index) => packed(rows.map((row) => row[index] ?? null))),
  };
};
