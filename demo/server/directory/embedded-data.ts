import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** Raised when the same files are turned into other rows, so that databases load them again. */
const RULES = '1';

const FILES = {
  communes: 'communes.csv',
  groupings: 'epci.csv',
  knownSirets: 'communes-siret.csv',
  establishments: 'etablissements-sample.csv',
} as const;

export interface CommuneRecord {
  code_insee: string;
  nom: string;
  siren: string;
  /** Separated by "|"; the last ones of a few communes are empty. */
  codes_postaux: string;
  region: string;
  population: string;
}

export interface GroupingRecord {
  siren: string;
  nom: string;
  type: string;
  /** Separated by "|". */
  codes_insee_membres: string;
}

interface KnownSiretRecord {
  siret: string;
  siren: string;
}

/** By the column names of the Stock files; empty text is unknown. */
type EstablishmentRecord = Record<string, string>;

export interface EmbeddedData {
  communes: CommuneRecord[];
  groupings: GroupingRecord[];
  knownSirets: KnownSiretRecord[];
  establishments: EstablishmentRecord[];
}

function bytesOf(file: string): Buffer {
  return readFileSync(new URL(`./data/${file}`, import.meta.url));
}

function records<Record>(file: string): Record[] {
  return parse(bytesOf(file), { columns: true }) as Record[];
}

/** Changes whenever the rows made from the files would. */
export function embeddedVersion(): string {
  const hash = createHash('sha256').update(RULES);
  for (const file of Object.values(FILES)) hash.update(bytesOf(file));
  return hash.digest('hex').slice(0, 16);
}

export function readEmbedded(): EmbeddedData {
  return {
    communes: records(FILES.communes),
    groupings: records(FILES.groupings),
    knownSirets: records(FILES.knownSirets),
    establishments: records(FILES.establishments),
  };
}
