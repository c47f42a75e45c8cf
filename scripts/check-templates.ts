import { runNode } from './support/run.js';

/**
 * lit-analyzer over every template. It takes Lit's `nothing` in an attribute for a symbol that would be written out,
 * and knows no CSS newer than itself: neither counts.
 */
const args = ['components/**/*.ts', '--strict', '--format', 'list', '--noColor', '--rules.no-invalid-css', 'off'];
const { output } = await runNode(['node_modules/lit-analyzer/cli.js', ...args], { output: 'capture' });

let file = '';
for (const line of output.split('\n')) {
  if (line.startsWith('./')) file = line.trim();
  if (!/^\s*\d+:\d+\s+(error|warning)/.test(line) || line.includes('Symbol(')) continue;
  console.error(`${file}:${line.trim()}`);
  process.exitCode = 1;
}
if (!/Analyzing \d+ files/.test(output)) {
  console.error(output.trim() || 'lit-analyzer said nothing.');
  process.exitCode = 1;
}
