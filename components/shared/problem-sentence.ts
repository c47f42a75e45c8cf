import type { FlowProblem } from '../../sdk/flows/problem.js';
import { problems } from '../locales/fr/problems.js';
import { messagesOf } from './messages.js';

/** What an element says of a problem, by its code. */
export type Sentences = Readonly<Record<string, string | ((problem: FlowProblem) => string) | undefined>>;

/**
 * The sentence for a problem: the element's own, else the common one, else that something went wrong.
 *
 * @param own - Sentences of one element, in the language of `locale`.
 */
export function problemSentence(problem: FlowProblem, locale: string, own: Sentences = {}): string {
  const shared = messagesOf('problems', locale, problems);
  const found = own[problem.code] ?? (shared as Sentences)[problem.code] ?? shared.internal_error;
  return typeof found === 'function' ? found(problem) : found;
}
