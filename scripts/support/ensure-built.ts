import { buildPart, isStale, type PartName } from './build-parts.js';

/**
 * Builds what is missing or older than its sources, in the order given; what is fresh costs a look at the dates.
 * What the builders say goes to stderr.
 *
 * @throws {Error} when a build fails; the reason is on stderr by then.
 */
export async function ensureBuilt(names: readonly PartName[]): Promise<void> {
  for (const name of names) {
    if (!isStale(name)) continue;
    console.error(`Building ${name}…`);
    const { code } = await buildPart(name, { output: 'stderr' });
    if (code !== 0) throw new Error(`The build of ${name} failed: see above.`);
  }
}
