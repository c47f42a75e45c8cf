/** In the order in which the sign-up form shows them. */
export const SECTORS = [
  'legal_professions',
  'social_housing',
  'companies',
  'local_authorities',
] as const;

export type Sector = (typeof SECTORS)[number];

/**
 * A structure's sector from its legal category, level III (`7210`), as the
 * directory gives it. Some categories hold several trades; each goes where
 * the bank's own clients of that category are:
 *
 * - 4140, local industrial and commercial bodies: social housing, since the
 *   public housing offices are there (7371 is their former status).
 * - 5x85 and 5x70, companies of the liberal professions and their holdings,
 *   and 6585, other professional partnerships: legal professions. Partnerships
 *   of auditors (6569), doctors, surveyors and architects: companies.
 * - The State and national bodies (71, 738x, 74): local authorities, the
 *   nearest of the four.
 *
 * @param code - Unknown or withheld: companies.
 * @see INSEE, « Catégories juridiques », https://www.insee.fr/fr/information/2028129
 */
export function sectorOfLegalCategory(code: string | null): Sector {
  const category = code ?? '';
  if (/^(5[3-7](70|85)|656[1-8]|6585|9224)$/.test(category)) return 'legal_professions';
  if (/^(4140|5[56]4[67]|7371)$/.test(category)) return 'social_housing';
  return /^(4150|7\d{3})$/.test(category) ? 'local_authorities' : 'companies';
}
