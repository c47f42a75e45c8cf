import { SECTORS } from '../../rules/index.js';
import { flag, listOf, object, oneOf, optional, orNull, pageFields, text, type ValueOf } from './shape.js';
import type { Wire } from './wire.js';

const summaryFields = {
  siret: text,
  siren: text,
  name: text,
  /** Street part, without postcode and town. */
  address: orNull(text),
  postcode: orNull(text),
  town: orNull(text),
  closed: flag,
  sector: oneOf(SECTORS),
  /** What was built for the demonstration rather than known. */
  constructed: listOf(oneOf(['siret', 'address'])),
};

/** One establishment, with facts of the public directory only. `null` is what the directory doesn't know. */
export const structureSummary = object(summaryFields);

/** One establishment, with facts of the public directory only. `null` is what the directory doesn't know. */
export interface StructureSummary extends ValueOf<typeof structureSummary> {}

export const structureDetails = object({
  ...summaryFields,
  /** Day of creation, `YYYY-MM-DD`. */
  createdOn: orNull(text),
  /** Main activity: APE code and its label. */
  activity: orNull(object({ code: text, label: text })),
  /** "Enseigne". */
  sign: orNull(text),
});

/** One establishment in full, for the last check before choosing it. */
export interface StructureDetails extends ValueOf<typeof structureDetails> {}

export const structurePage = object({
  ...pageFields(structureSummary),
  /** Why nothing came. */
  hint: optional(oneOf(['siren_invalid', 'siret_invalid', 'siret_unknown', 'siren_unknown', 'too_short', 'nothing_found'])),
});

/** One page of what a search found. */
export interface StructurePage extends ValueOf<typeof structurePage> {}

export const searchStructures = {
  name: 'searchStructures',
  method: 'GET',
  path: '/v1/structures',
  access: 'public',
  idempotent: false,
  answer: structurePage,
} as const satisfies Wire;

export const readStructure = {
  name: 'readStructure',
  method: 'GET',
  path: '/v1/structures/{siret}',
  access: 'public',
  idempotent: false,
  answer: structureDetails,
} as const satisfies Wire;
