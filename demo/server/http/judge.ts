import * as z from 'zod/mini';
import type { FieldProblem } from '../../../src/contract.js';
import { Refusal } from '../refusal.js';

const ISSUE_CODE = /^[a-z]+(_[a-z]+)+$/;

/** @see RFC 6901, section 3, for the escapes. */
function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function problemsOf(issue: z.core.$ZodIssue): FieldProblem[] {
  if (issue.code === 'unrecognized_keys') {
    // A handful says enough; a body can hold thousands.
    return issue.keys.slice(0, 10).map((key) => ({ pointer: pointerTo([...issue.path, key.slice(0, 100)]), code: 'field_unknown' }));
  }
  const pointer = pointerTo(issue.path);
  if (ISSUE_CODE.test(issue.message)) return [{ pointer, code: issue.message }];
  return [{ pointer, code: issue.input === undefined ? 'field_required' : 'field_invalid' }];
}

/** U+0000, which no database keeps, and halves of characters, which no UTF-8 says. */
const NO_TEXT = /[\0\p{Cs}]/u;

function brokenTexts(value: unknown, path: readonly PropertyKey[] = []): FieldProblem[] {
  if (typeof value === 'string') return NO_TEXT.test(value) ? [{ pointer: pointerTo(path), code: 'field_invalid' }] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => brokenTexts(each, [...path, key]));
}

/**
 * Judges what came by a schema of the contract.
 *
 * @throws {Refusal} `fields_invalid` with a pointer and the rule's own code for each field.
 */
export function judge(schema: z.ZodMiniType, value: unknown): unknown {
  // What was typed stays out of the issues' texts: only whether there was any is read.
  const result = z.safeParse(schema, value, { reportInput: true });
  if (result.success) {
    const errors = brokenTexts(value);
    if (errors.length > 0) throw new Refusal('fields_invalid', { errors });
    return result.data;
  }
  throw new Refusal('fields_invalid', { errors: result.error.issues.flatMap(problemsOf) });
}
