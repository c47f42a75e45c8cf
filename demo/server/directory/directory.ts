import type { Sector } from '../../../src/contract.js';

/** What was built for the demonstration rather than known. */
export type Constructed = 'siret' | 'address';

/** One establishment, as a line of results shows it. */
export interface StructureSummary {
  /** 14 digits. */
  siret: string;
  /** 9 digits. */
  siren: string;
  name: string;
  /** Street part, without postcode and town. */
  address: string | null;
  postcode: string | null;
  town: string | null;
  /** Closed ones are shown and cannot be chosen. */
  closed: boolean;
  sector: Sector;
  constructed: Constructed[];
}

/** The same establishment, with what a last check needs. */
export interface StructureDetails extends StructureSummary {
  /** YYYY-MM-DD. */
  createdOn: string | null;
  /** APE code as "84.11Z", and its French label. */
  activity: { code: string; label: string } | null;
  /** The "enseigne". */
  sign: string | null;
  /** INSEE legal category, 4 digits. */
  legalCategory: string | null;
}

/** Leaves out what a line of results does not show. */
export function summaryOf(establishment: StructureSummary): StructureSummary {
  const { siret, siren, name, address, postcode, town, closed, sector, constructed } = establishment;
  return { siret, siren, name, address, postcode, town, closed, sector, constructed };
}

/** Why a search brought nothing. */
export type SearchHint =
  | 'siren_invalid'
  | 'siret_invalid'
  | 'siret_unknown'
  | 'siren_unknown'
  | 'too_short'
  | 'nothing_found';

export interface SearchPage {
  results: StructureSummary[];
  /** Of all pages; counted up to {@link MAX_TOTAL}. */
  total: number;
  /** From 1. */
  page: number;
  pageSize: number;
  /** Set only when `total` is 0. */
  hint?: SearchHint;
}

export const PAGE_SIZE = 25;

/** Past this many, the total reads as this many. */
export const MAX_TOTAL = 10_000;

/** Where structures are looked up, whatever stands behind. */
export interface Directory {
  /**
   * Searches by name, town, postcode, SIREN or SIRET.
   *
   * @param query - Any text at all; only its first 200 characters count.
   * @param page - From 1; anything else reads as 1.
   * @throws {DirectoryUnavailableError} when the source cannot answer in time.
   */
  search(query: string, page?: number): Promise<SearchPage>;
  /**
   * Finds one establishment.
   *
   * @param siret - 14 digits; anything else finds nothing.
   * @throws {DirectoryUnavailableError} when the source cannot answer in time.
   */
  find(siret: string): Promise<StructureDetails | undefined>;
}

/** The source is slow, down, limiting, or answers nonsense; asking again later is safe. */
export class DirectoryUnavailableError extends Error {
  override readonly name = 'DirectoryUnavailableError';
  /** Seconds to wait, when the source said so. */
  readonly retryAfter: number | undefined;

  constructor(retryAfter?: number, options?: ErrorOptions) {
    super('directory_unavailable', options);
    this.retryAfter = retryAfter;
  }
}

/** A page that holds nothing, and says why. */
export function emptyPage(hint: SearchHint, page = 1): SearchPage {
  return { results: [], total: 0, page, pageSize: PAGE_SIZE, hint };
}
