import type { Shape } from './shape.js';

/** What a value holds of a shape, or where and why it doesn't fit, as `/account/email invalid_type`. */
export type Conformed<Value> = { value: Value; misfit?: undefined } | { misfit: string };

/**
 * Keeps of a value what its shape knows, and leaves the rest aside.
 *
 * Says of a misfit the place and the kind, never the value, which may be anybody's.
 */
export function conform<Value>(shape: Shape<Value>, value: unknown): Conformed<Value> {
  const misfits: string[] = [];
  const kept = keep(shape, value, '', misfits);
  const [misfit] = misfits;
  return misfit === undefined ? { value: kept as Value } : { misfit };
}

function keep(shape: Shape, value: unknown, at: string, misfits: string[]): unknown {
  if (value === null && shape.kind === 'nullable') return null;
  if (value === undefined && shape.kind === 'optional') return undefined;
  if (shape.kind === 'nullable' || shape.kind === 'optional') return keep(shape.of, value, at, misfits);

  const misfit = misfitOf(shape, value);
  if (misfit) {
    misfits.push(`${at || '/'} ${misfit}`);
  } else if (shape.kind === 'list') {
    return (value as unknown[]).map((item, index) => keep(shape.of, item, `${at}/${index}`, misfits));
  } else if (shape.kind === 'object') {
    const kept: Record<string, unknown> = {};
    for (const [name, field] of Object.entries(shape.of)) {
      const inner = keep(field, (value as Record<string, unknown>)[name], `${at}/${name}`, misfits);
      if (inner !== undefined) kept[name] = inner;
    }
    return kept;
  }
  return value;
}

/** What is wrong with a value itself, in the words that zod has for it. */
function misfitOf(shape: Shape, value: unknown): string | undefined {
  switch (shape.kind) {
    case 'choice':
      return shape.of.includes(value as string) ? undefined : 'invalid_value';
    case 'list':
      return Array.isArray(value) ? undefined : 'invalid_type';
    case 'object':
      return typeof value === 'object' && value && !Array.isArray(value) ? undefined : 'invalid_type';
    case 'flag':
      return typeof value === 'boolean' ? undefined : 'invalid_type';
    case 'whole':
    case 'seconds':
      if (!Number.isSafeInteger(value)) return 'invalid_type';
      return shape.kind === 'seconds' && (value as number) < 0 ? 'too_small' : undefined;
    default:
      if (typeof value !== 'string') return 'invalid_type';
      return shape.kind === 'instant' && !isInstant(value) ? 'invalid_format' : undefined;
  }
}

function isInstant(value: string): boolean {
  return /^[\d-]{10}T[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value));
}
