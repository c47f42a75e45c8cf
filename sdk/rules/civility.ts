/** Monsieur, Madame. */
export const CIVILITIES = ['mr', 'mrs'] as const;

export type Civility = (typeof CIVILITIES)[number];
