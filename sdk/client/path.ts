import * as z from 'zod/mini';
import { fieldProblems, type Operation } from '../contract/index.js';
import { refusedHere } from './refusal.js';

/**
 * Puts the parameters into an operation's path. They are judged and normalised first, since one like `..` would lead to
 * another operation.
 *
 * @throws {RefusedError} `fields_invalid`, pointing at the parameter.
 */
export function fillPath(operation: Operation, params: unknown): string {
  if (!operation.params) return operation.path;
  const judged = z.safeParse(operation.params, params);
  if (!judged.success) throw refusedHere('fields_invalid', 422, { errors: fieldProblems(judged.error) });
  const values = judged.data as Record<string, string>;
  return operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
}
