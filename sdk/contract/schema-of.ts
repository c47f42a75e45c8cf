import * as z from 'zod/mini';
import { instant, seconds } from './fields.js';
import type { Shape } from './wire/shape.js';

const made = new WeakMap<Shape, z.ZodMiniType>();

/** The zod schema of a shape, for servers and for OpenAPI; the same one each time. */
export function schemaOf<Value>(shape: Shape<Value>): z.ZodMiniType<Value, Value> {
  const schema = made.get(shape) ?? make(shape);
  made.set(shape, schema);
  return schema as z.ZodMiniType<Value, Value>;
}

function make(shape: Shape): z.ZodMiniType {
  switch (shape.kind) {
    case 'text':
      return z.string();
    case 'flag':
      return z.boolean();
    case 'whole':
      return z.int();
    case 'seconds':
      return seconds;
    case 'instant':
      return instant;
    case 'choice':
      return z.enum(shape.of);
    case 'nullable':
      return z.nullable(schemaOf(shape.of));
    case 'optional':
      return z.optional(schemaOf(shape.of));
    case 'list':
      return z.array(schemaOf(shape.of));
    case 'object':
      return z.object(Object.fromEntries(Object.entries(shape.of).map(([name, field]) => [name, schemaOf(field)])));
  }
}
