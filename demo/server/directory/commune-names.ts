import { registerCapitals } from './text.js';

/** Regions of the south, where French h is silent in the names of places, as in Hendaye. */
const SILENT_H_REGIONS = new Set(['75', '76', '84', '93', '94']);

function elides(name: string, region: string): boolean {
  if (/^[AEIOU]/.test(name)) return true;
  // "d'Yvetot" and "d'Yerres", but "de Yutz".
  if (/^Y([^AOU]|$)/.test(name)) return true;
  return name.startsWith('H') && !name.startsWith('HAU') && SILENT_H_REGIONS.has(region);
}

/**
 * The official name of a commune, as the register writes it: "COMMUNE D'EUS", "COMMUNE DU MANS".
 *
 * @param name - With its article: "Le Mans".
 * @param region - INSEE code of its region, 2 digits.
 */
export function communeName(name: string, region: string): string {
  const capitals = registerCapitals(name);
  if (capitals.startsWith('LE ')) return `COMMUNE DU ${capitals.slice(3)}`;
  if (capitals.startsWith('LES ')) return `COMMUNE DES ${capitals.slice(4)}`;
  if (elides(capitals, region)) return `COMMUNE D'${capitals}`;
  return `COMMUNE DE ${capitals}`;
}
