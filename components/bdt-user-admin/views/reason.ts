import type { FlowProblem } from '../../../sdk/flows/problem.js';
import type { Words } from './words.js';

/** Characters of a reason as they count: blanks around it don't. */
export function lengthOf(reason: string): number {
  return [...reason.trim()].length;
}

/** What is wrong with a reason, in words: found here, or by the backend. */
export function reasonError({ own: { issues } }: Words, issue: string | undefined, problem: FlowProblem | undefined): string | undefined {
  const wrong = issue ?? problem?.fields?.reason;
  if (!wrong) return undefined;
  return wrong === 'reason_required' || wrong === 'text_required' ? issues.reason_required : issues.reason_too_long;
}
