import { readFileSync } from 'node:fs';
import { openApiDocument } from '../../src/contract.js';

/** Committed, so that a change of the wire shows in a review. */
export const openApiPath = 'docs/openapi.json';

/** The contract as OpenAPI, as the file must hold it. */
export function printOpenApi(): string {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  return `${JSON.stringify(openApiDocument(version), null, 2)}\n`;
}
