import { buildPart, type PartName } from './support/build-parts.js';

/** `npm run build`: everything that `dist/` holds. The demo comes last, since it is bundled from the library. */
async function build(names: PartName[]): Promise<void> {
  const finished = await Promise.all(names.map((name) => buildPart(name)));
  const failed = names.filter((_, index) => finished[index]?.code !== 0);
  if (failed.length > 0) {
    console.error(`Build failed: ${failed.join(', ')}.`);
    process.exit(1);
  }
}

await build(['library', 'types', 'manifest']);
await build(['demo']);
