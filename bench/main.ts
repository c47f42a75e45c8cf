import { ensureBuilt } from '../scripts/support/ensure-built.js';
import { measureSizes, type Size } from './sizes.js';

/** `npm run bench`: a table for people; `npm run --silent bench -- --json` for programs. Fails when a budget is broken. */
function table(sizes: readonly Size[]): string {
  const head = ['what', 'when', 'kB gzip', 'limit', 'aim', ''];
  const rows = sizes.map(({ name, when, size, limit, aim, ceiling, isOver, note }) => [
    name,
    when,
    size.toFixed(2),
    String(limit),
    aim === undefined ? '' : String(aim),
    [isOver ? 'OVER' : size > limit ? `over its limit, ceiling ${ceiling}` : '', note ?? ''].filter(Boolean).join(' '),
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd();
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

await ensureBuilt(['library']);
const sizes = await measureSizes();
console.log(process.argv.includes('--json') ? JSON.stringify({ sizes }, null, 2) : table(sizes));
if (sizes.some(({ isOver }) => isOver)) process.exitCode = 1;
