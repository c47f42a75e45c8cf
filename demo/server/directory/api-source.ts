import { checkSiret } from '../../../src/contract.js';
import { establishmentsOf } from './api-answer.js';
import type { ApiClient } from './api-client.js';
import {
  emptyPage,
  MAX_TOTAL,
  PAGE_SIZE,
  summaryOf,
  type Directory,
  type SearchPage,
  type StructureDetails,
  type StructureSummary,
} from './directory.js';
import { readPage, readQuery } from './query.js';

/** The API refuses shorter texts. */
const SHORTEST_TEXT = 3;

const LAST_PAGE = MAX_TOTAL / PAGE_SIZE;

/**
 * The public API as a directory.
 *
 * It counts and pages legal units: each shows the establishment that fits
 * best, and a unit found alone shows all of those.
 */
export class ApiDirectory implements Directory {
  readonly #client: ApiClient;

  constructor(client: ApiClient) {
    this.#client = client;
  }

  async search(text: string, page?: number): Promise<SearchPage> {
    const query = readQuery(text);
    const number = readPage(page);
    switch (query.kind) {
      case 'none':
        return emptyPage(query.hint);
      case 'siret': {
        const found = await this.find(query.siret);
        return found ? this.#pageOf([summaryOf(found)], number) : emptyPage('siret_unknown');
      }
      case 'siren': {
        const found = (await this.#unitsAt(query.siren, 1)).results.find(({ siren }) => siren === query.siren);
        return found ? this.#pageOf(establishmentsOf(found).map(summaryOf), number) : emptyPage('siren_unknown');
      }
      case 'words':
        return this.#searchWords(query.words.join(' '), number);
    }
  }

  async find(siret: string): Promise<StructureDetails | undefined> {
    if (!/^\d{14}$/.test(siret) || checkSiret(siret)) return undefined;
    const { results } = await this.#unitsAt(siret, 1);
    return results.flatMap(establishmentsOf).find((found) => found.siret === siret);
  }

  async #searchWords(words: string, page: number): Promise<SearchPage> {
    if (words.length < SHORTEST_TEXT) return emptyPage('too_short');
    const { results, total_results } = await this.#unitsAt(words, page <= LAST_PAGE ? page : 1);
    if (total_results === 0) return emptyPage('nothing_found');
    const [only] = results;
    if (total_results === 1 && only) return this.#pageOf(establishmentsOf(only).map(summaryOf), page);
    const shown = page <= LAST_PAGE ? results.flatMap((unit) => establishmentsOf(unit).slice(0, 1)) : [];
    return { results: shown.map(summaryOf), total: Math.min(total_results, MAX_TOTAL), page, pageSize: PAGE_SIZE };
  }

  /** Everything there is, in pages of our own. */
  #pageOf(all: readonly StructureSummary[], page: number): SearchPage {
    const start = (page - 1) * PAGE_SIZE;
    return { results: all.slice(start, start + PAGE_SIZE), total: all.length, page, pageSize: PAGE_SIZE };
  }

  #unitsAt(q: string, page: number) {
    return this.#client.search({
      q,
      page: String(page),
      per_page: String(PAGE_SIZE),
      minimal: 'true',
      include: 'siege,matching_etablissements',
      limit_matching_etablissements: '25',
    });
  }
}
