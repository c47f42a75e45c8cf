import { schemaOf } from './schema-of.js';
import * as wire from './wire/habilitation-case.js';

export type { HabilitationCase } from './wire/habilitation-case.js';

export const habilitationCase = schemaOf<wire.HabilitationCase>(wire.habilitationCase);
