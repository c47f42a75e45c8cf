import { checkSiren, completeSiret } from '../../../src/contract.js';
import type { StructureRow } from '../../../demo/server/directory/rows.js';

const HOW_MANY = 120;

/** The n-th valid SIREN of a made-up town. */
function sirenOf(n: number): string {
  const start = `2190${String(1000 + n)}`;
  for (let key = 0; key < 10; key++) if (!checkSiren(start + key)) return start + key;
  throw new Error('no key fits');
}

function town(n: number): StructureRow {
  const siren = sirenOf(n);
  return {
    siret: completeSiret(siren, '0001'),
    siren,
    name: `COMMUNE DE VILLE-${n}`,
    address: `${n} place de la Mairie`,
    postcode: String(10_000 + n),
    town: `VILLE-${n}`,
    closed: false,
    seat: true,
    constructed: [],
    createdOn: '1990-01-01',
    activityCode: '84.11Z',
    sign: null,
    legalCategory: '7210',
    source: null,
  };
}

const rows = Array.from({ length: HOW_MANY }, (_, n) => town(n + 1));
const sirets = rows.map((row) => row.siret);

/** Made-up towns: three in four are clients. */
export const towns = {
  rows,
  clients: sirets.filter((_, n) => n % 4 !== 0),
  others: sirets.filter((_, n) => n % 4 === 0),
} as const;
