import * as z from 'zod/mini';
import { SECTORS } from '../rules/index.js';
import { pageNumber, pageOf, siretNumber } from './fields.js';
import { operation } from './operation.js';

/** One establishment, with facts of the public directory only. `null` is what the directory doesn't know. */
export const structureSummary = z.object({
  siret: z.string(),
  siren: z.string(),
  name: z.string(),
  /** Street part, without postcode and town. */
  address: z.nullable(z.string()),
  postcode: z.nullable(z.string()),
  town: z.nullable(z.string()),
  closed: z.boolean(),
  sector: z.enum(SECTORS),
  /** What was built for the demonstration rather than known. */
  constructed: z.array(z.enum(['siret', 'address'])),
});

export type StructureSummary = z.infer<typeof structureSummary>;

export const structureDetails = z.extend(structureSummary, {
  /** Day of creation, `YYYY-MM-DD`. */
  createdOn: z.nullable(z.string()),
  /** Main activity: APE code and its label. */
  activity: z.nullable(z.object({ code: z.string(), label: z.string() })),
  /** "Enseigne". */
  sign: z.nullable(z.string()),
});

export type StructureDetails = z.infer<typeof structureDetails>;

export const structurePage = z.extend(pageOf(structureSummary), {
  /** Why nothing came. */
  hint: z.optional(z.enum(['siren_invalid', 'siret_invalid', 'siret_unknown', 'siren_unknown', 'too_short', 'nothing_found'])),
});

export type StructurePage = z.infer<typeof structurePage>;

export const searchStructures = operation({
  name: 'searchStructures',
  summary: 'Finds establishments by name, town, postcode, SIREN or SIRET.',
  method: 'GET',
  path: '/v1/structures',
  access: 'public',
  query: z.object({ q: z.string().check(z.maxLength(200, 'text_too_long')), page: pageNumber }),
  status: 200,
  answer: structurePage,
  errors: ['directory_unavailable'],
  idempotent: false,
  sensitive: false,
});

export const readStructure = operation({
  name: 'readStructure',
  summary: "One establishment's details.",
  method: 'GET',
  path: '/v1/structures/{siret}',
  access: 'public',
  params: z.object({ siret: siretNumber }),
  status: 200,
  answer: structureDetails,
  errors: ['structure_unknown', 'directory_unavailable'],
  idempotent: false,
  sensitive: false,
});
