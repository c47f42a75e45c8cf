import { schemaOf } from './schema-of.js';
import * as wire from './wire/problem.js';

export type { FieldProblem, Problem } from './wire/problem.js';

export const fieldProblem = schemaOf<wire.FieldProblem>(wire.fieldProblem);

export const problem = schemaOf<wire.Problem>(wire.problem);
