/** PDF counts in points of 1/72 inch. */
const pointsPerMillimetre = 72 / 25.4;

export function mm(millimetres: number): number {
  return millimetres * pointsPerMillimetre;
}
