import type { Membership } from '../../../sdk/contract/membership.js';
import type { StructureDetails, StructurePage, StructureSummary } from '../../../sdk/contract/structure.js';
import { completeSiret } from '../../../sdk/rules/siret.js';

/** A commune as the embedded directory gives it. */
export const eus: StructureSummary = {
  siret: completeSiret('216600742', '0001'),
  siren: '216600742',
  name: "COMMUNE D'EUS",
  address: 'Mairie',
  postcode: '66500',
  town: 'EUS',
  closed: false,
  sector: 'local_authorities',
  constructed: ['siret', 'address'],
};

export const eusDetails: StructureDetails = {
  ...eus,
  createdOn: '1983-03-01',
  activity: { code: '84.11Z', label: 'Administration publique générale' },
  sign: null,
};

/** One page of a search; `total` is that of the page when absent. */
export function pageOf(results: StructureSummary[], more: Partial<StructurePage> = {}): StructurePage {
  return { results, total: results.length, page: 1, pageSize: 25, ...more };
}

export const membership: Membership = {
  membershipId: 'm-eus',
  structure: eus,
  isDefault: true,
  jobFunction: null,
  clientCode: '314363',
  administration: 'none',
  role: 'user',
  openClaimId: null,
};
