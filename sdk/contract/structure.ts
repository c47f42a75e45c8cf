import * as z from 'zod/mini';
import { pageNumber, siretNumber } from './fields.js';
import { operation } from './operation.js';
import { schemaOf } from './schema-of.js';
import * as wire from './wire/structure.js';

export type { StructureDetails, StructurePage, StructureSummary } from './wire/structure.js';

export const structureSummary = schemaOf<wire.StructureSummary>(wire.structureSummary);
export const structureDetails = schemaOf<wire.StructureDetails>(wire.structureDetails);
export const structurePage = schemaOf<wire.StructurePage>(wire.structurePage);

export const searchStructures = operation(wire.searchStructures, {
  summary: 'Finds establishments by name, town, postcode, SIREN or SIRET.',
  query: z.object({ q: z.string().check(z.maxLength(200, 'text_too_long')), page: pageNumber }),
  status: 200,
  errors: ['directory_unavailable'],
  sensitive: false,
});

export const readStructure = operation(wire.readStructure, {
  summary: "One establishment's details.",
  params: z.object({ siret: siretNumber }),
  status: 200,
  errors: ['structure_unknown', 'directory_unavailable'],
  sensitive: false,
});
