import type * as z from 'zod/mini';
import type { FieldProblem } from './problem.js';

type Issue = z.core.$ZodIssue;

/**
 * Says which fields a schema refused: the rule's own code where a rule judged (`name_invalid`), `field_unknown` for one that
 * the contract doesn't have, and `field_invalid` for what is missing or of another kind.
 *
 * Holds no value, since a value may be a secret.
 */
export function fieldProblems(error: z.core.$ZodError): FieldProblem[] {
  return error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [{ pointer: pointerTo(issue.path), code: codeOf(issue) }];
    // A name that nobody would give a field is somebody's attempt, and isn't said back.
    const names = issue.keys.filter((key) => /^\w{1,64}$/.test(key));
    const paths = names.length ? names.map((name) => [...issue.path, name]) : [issue.path];
    return paths.map((path) => ({ pointer: pointerTo(path), code: 'field_unknown' }));
  });
}

/** Rules put their code in the place of the message; Zod's own messages are sentences. */
function codeOf({ message }: Issue): string {
  return /^[a-z][a-z0-9_]*$/.test(message) ? message : 'field_invalid';
}

/** @see RFC 6901 */
function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
}
