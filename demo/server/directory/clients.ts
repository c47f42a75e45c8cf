import { createHash } from 'node:crypto';
import type { Sql } from '../store/database.js';
import type { StructureRow } from './rows.js';

/** COMMUNE D'EUS, the structure of the guided tour. */
const TOUR_SIREN = '216600742';
const TOUR_CODE = '314363';

/** One unit in this many is a client. */
const ONE_IN = 10;

const LOWEST_CODE = 100_000;
const CODES = 900_000;

/**
 * The number of a structure that is a client of the Caisse des Dépôts.
 *
 * @returns Digits; undefined for a structure that is no client. To be told to its members only.
 */
export async function clientCodeOf(sql: Sql, siret: string): Promise<string | undefined> {
  const rows = await sql.query<{ client_code: string }>('SELECT client_code FROM clients WHERE siret = $1', [siret]);
  return rows[0]?.client_code;
}

function numberFrom(siren: string): number {
  return createHash('sha256').update(`client ${siren}`).digest().readUInt32BE(0);
}

/** The clients of the demonstration, the same ones with the same codes from the same rows. */
export function demonstrationClients(rows: readonly StructureRow[]): Map<string, string> {
  const taken = new Set([TOUR_CODE]);
  const clients = new Map<string, string>();
  const seats = rows.filter((row) => row.seat && !row.closed).sort((a, b) => (a.siret < b.siret ? -1 : 1));
  for (const { siren, siret } of seats) {
    if (siren === TOUR_SIREN) {
      clients.set(siret, TOUR_CODE);
      continue;
    }
    const number = numberFrom(siren);
    if (number % ONE_IN !== 0) continue;
    let code = Math.floor(number / ONE_IN) % CODES;
    while (taken.has(String(LOWEST_CODE + code))) code = (code + 1) % CODES;
    taken.add(String(LOWEST_CODE + code));
    clients.set(siret, String(LOWEST_CODE + code));
  }
  return clients;
}

/** Gives codes to those that have none yet; a code once given stays. */
export async function insertClients(sql: Sql, clients: ReadonlyMap<string, string>): Promise<void> {
  await sql.query(
    `INSERT INTO clients (siret, client_code) SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT DO NOTHING`,
    [[...clients.keys()], [...clients.values()]],
  );
}
