import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { openApiPath, printOpenApi } from './support/openapi-file.js';

/** `npm run openapi` writes the document; without `--write` it only says whether the file is up to date. */
const printed = printOpenApi();
if (process.argv.includes('--write')) {
  writeFileSync(openApiPath, printed);
} else if (!existsSync(openApiPath) || readFileSync(openApiPath, 'utf8') !== printed) {
  console.error(`${openApiPath} is not what the contract says. Run: npm run openapi`);
  process.exitCode = 1;
}
