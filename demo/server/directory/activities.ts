import { readFileSync } from 'node:fs';

let labels: ReadonlyMap<string, string> | undefined;

function read(): ReadonlyMap<string, string> {
  const text = readFileSync(new URL('./data/naf-rev2.json', import.meta.url), 'utf8');
  const { codes } = JSON.parse(text) as { codes: Record<string, string> };
  return new Map(Object.entries(codes).map(([code, label]) => [code, label.replaceAll('’', "'")]));
}

/**
 * An APE code with its French label.
 *
 * @param code - As "84.11Z".
 * @returns null without a code, and for one of another nomenclature, which closed establishments keep.
 */
export function activityOf(code: string | null): { code: string; label: string } | null {
  if (code === null) return null;
  labels ??= read();
  const label = labels.get(code);
  return label === undefined ? null : { code, label };
}
