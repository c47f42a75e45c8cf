import type { StructureDetails, StructurePage } from '../../../../src/contract.js';
import type { Context } from '../../context.js';
import { summaryOf } from '../../directory/directory.js';
import { Refusal } from '../../refusal.js';
import { directoryRefusal } from './facts.js';

/** @throws {Refusal} `directory_unavailable`. */
export async function searchStructures(context: Context, q: string, page: number): Promise<StructurePage> {
  const found = await context.directory.search(q, page).catch((error: unknown) => {
    throw directoryRefusal(error);
  });
  return { ...found, results: found.results.map(summaryOf) };
}

/** @throws {Refusal} `structure_unknown` or `directory_unavailable`. */
export async function readStructure(context: Context, siret: string): Promise<StructureDetails> {
  const details = await context.directory.find(siret).catch((error: unknown) => {
    throw directoryRefusal(error);
  });
  if (!details) throw new Refusal('structure_unknown');
  const { createdOn, activity, sign } = details;
  return { ...summaryOf(details), createdOn, activity, sign };
}
