import type { StructureDetails as SharedDetails, StructurePage, StructureSummary } from '../../../src/contract.js';

export type { StructureSummary };

/** What was built for the demonstration rather than known. */
export type Constructed = StructureSummary['constructed'][number];

/** An establishment in full, with what only the backend needs of it. */
export interface StructureDetails extends SharedDetails {
  /** INSEE legal category, 4 digits. */
  legalCategory: string | null;
}

/** Leaves out what a line of results does not show. */
export function summaryOf(establishment: StructureSummary): StructureSummary {
  const { siret, siren, name, address, postcode, town, closed, sector, constructed } = establishment;
  return { siret, siren, name, address, postcode, town, closed, sector, constructed };
}

/** Why a search brought nothing. */
export type SearchHint = NonNullable<StructurePage['hint']>;

/** One page of what a search found; `total` is counted up to {@link MAX_TOTAL}, and `hint` is set only when it is 0. */
export type SearchPage = StructurePage;

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
