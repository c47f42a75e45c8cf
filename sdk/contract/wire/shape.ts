declare const typed: unique symbol;

/** What is said of a value: its kind, and what it holds. */
export type ShapeNode =
  | { readonly kind: 'text' | 'flag' | 'whole' | 'seconds' | 'instant' }
  | { readonly kind: 'choice'; readonly of: readonly string[] }
  | { readonly kind: 'nullable' | 'optional' | 'list'; readonly of: Shape }
  | { readonly kind: 'object'; readonly of: ShapeFields };

/**
 * What a value of an answer must be. Plain data: a page checks it in a few hundred bytes (`conform`), where zod would take six
 * thousand, and a server gets its zod schema from it (`schemaOf`).
 */
export type Shape<Value = unknown> = ShapeNode & { readonly [typed]?: () => Value };

/** Fields of an object, by name. */
export type ShapeFields = Readonly<Record<string, Shape>>;

/** The type of what has a shape. */
export type ValueOf<Given> = Given extends { readonly [typed]?: () => infer Value } ? Value : never;

type Required<Of extends ShapeFields> = { [Name in keyof Of as undefined extends ValueOf<Of[Name]> ? never : Name]: ValueOf<Of[Name]> };
type Optional<Of extends ShapeFields> = { [Name in keyof Of as undefined extends ValueOf<Of[Name]> ? Name : never]?: ValueOf<Of[Name]> };
// By inference, so that editors and the documentation show the fields and not how they were put together.
type ObjectOf<Of extends ShapeFields> = Required<Of> & Optional<Of> extends infer All ? { [Name in keyof All]: All[Name] } : never;

export const text: Shape<string> = { kind: 'text' };

export const flag: Shape<boolean> = { kind: 'flag' };

/** A whole number. */
export const whole: Shape<number> = { kind: 'whole' };

/** A whole number of seconds, 0 or more. */
export const seconds: Shape<number> = { kind: 'seconds' };

/** An instant, ISO 8601 in UTC. */
export const instant: Shape<string> = { kind: 'instant' };

export function oneOf<const Value extends string>(of: readonly Value[]): Shape<Value> {
  return { kind: 'choice', of };
}

export function orNull<Value>(of: Shape<Value>): Shape<Value | null> {
  return { kind: 'nullable', of };
}

/** A field that may be missing. */
export function optional<Value>(of: Shape<Value>): Shape<Value | undefined> {
  return { kind: 'optional', of };
}

export function listOf<Value>(of: Shape<Value>): Shape<Value[]> {
  return { kind: 'list', of };
}

/** An object that may hold more than is written here. */
export function object<Of extends ShapeFields>(of: Of): Shape<ObjectOf<Of>> {
  return { kind: 'object', of };
}

/** The fields of one page of a list. */
export function pageFields<Item>(item: Shape<Item>) {
  return {
    results: listOf(item),
    /** How many there are in all, counted up to 10,000. */
    total: whole,
    page: whole,
    pageSize: whole,
  };
}
