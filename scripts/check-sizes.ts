import { measureSizes } from '../bench/sizes.js';

/** Fails when a door weighs more than its budget. Needs the library built. */
for (const { name, when, size, limit, ceiling, isOver } of await measureSizes()) {
  if (!isOver) continue;
  console.error(`${name}, ${when}: ${size.toFixed(2)} kB after gzip, ${ceiling ?? limit} kB allowed.`);
  process.exitCode = 1;
}
