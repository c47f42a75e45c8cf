import type { FlowProblem } from '../../../sdk/flows/problem.js';

/** Refusals that concern the code itself, and are said at its field. */
const OF_THE_CODE = new Set(['activation_code_wrong', 'letter_replaced']);

export function concernsCode(problem: FlowProblem | undefined): problem is FlowProblem {
  return !!problem && OF_THE_CODE.has(problem.code);
}
