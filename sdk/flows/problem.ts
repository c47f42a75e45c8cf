import { isAnswerError, isRefusedError, isUnreachableError } from '../errors.js';
import type { Problem } from '../contract/problem.js';

/** Why something did not go through, as a flow's state holds it. */
export interface FlowProblem extends Partial<Pick<Problem, 'retryAfter' | 'triesLeft' | 'case' | 'signUp' | 'state' | 'decidedBy'>> {
  /** A code of the contract, or `unreachable`, `answer_invalid`, `unexpected`. */
  readonly code: string;
  /** With `fields_invalid`: the rule that each field breaks, by the field's name. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** The first part of a JSON pointer: the field as a form knows it. */
function fieldOf(pointer: string): string {
  return pointer.split('/')[1] ?? '';
}

/** Turns whatever was thrown into a state's problem. */
export function toFlowProblem(error: unknown): FlowProblem {
  if (isUnreachableError(error) || isAnswerError(error)) return { code: error.code };
  if (!isRefusedError(error)) return { code: 'unexpected' };
  const { code, errors, retryAfter, triesLeft, case: changedCase, signUp, state, decidedBy } = error.problem;
  return {
    code,
    retryAfter,
    triesLeft,
    case: changedCase,
    signUp,
    state,
    decidedBy,
    ...(errors && { fields: Object.fromEntries(errors.map((field) => [fieldOf(field.pointer), field.code])) }),
  };
}
