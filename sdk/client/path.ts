import type { Wire } from '../contract/wire/wire.js';
import { refusedHere } from './refusal.js';

/**
 * Puts the parameters into an operation's path. They are judged first, since one like `..` would lead to another operation.
 *
 * @throws {RefusedError} `fields_invalid`, pointing at the parameter.
 */
export function fillPath(wire: Wire, params: object = {}): string {
  return wire.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = (params as Record<string, unknown>)[name];
    if (typeof value === 'string' && /^[\w-]{1,64}$/.test(value)) return value;
    throw refusedHere('fields_invalid', 422, { errors: [{ pointer: `/${name}`, code: 'identifier_invalid' }] });
  });
}
