import { html } from 'hono/html';
import type { Schema } from './document.js';

/** A piece of a page, escaped. */
export type Markup = ReturnType<typeof html>;

const isNull = (schema: Schema) => schema.type === 'null';

function alternativesOf({ anyOf, oneOf }: Schema): readonly Schema[] {
  return anyOf ?? oneOf ?? [];
}

/** Bounds that say something: integers have those of the language even when nobody set any. */
function boundsOf({ minimum, maximum, minLength, maxLength, format, pattern }: Schema): string[] {
  const isOwn = (bound: number | undefined) => bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER;
  return [
    isOwn(minimum) ? `at least ${minimum}` : '',
    isOwn(maximum) ? `at most ${maximum}` : '',
    minLength !== undefined || maxLength !== undefined ? `${minLength ?? 0} to ${maxLength ?? 'any number of'} characters` : '',
    format ?? '',
    // A format says it already, in words.
    pattern !== undefined && format === undefined ? pattern : '',
  ].filter((bound) => bound !== '');
}

/** `string or null`, `list of object`, `"grant"`. */
export function typeOf(schema: Schema): string {
  if (schema.$ref !== undefined) return schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  const alternatives = alternativesOf(schema);
  if (alternatives.length > 0) return [...new Set(alternatives.map(typeOf))].join(' or ');
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? ['anything']);
  return types.map((type) => (type === 'array' ? `list of ${typeOf(schema.items ?? {})}` : type)).join(' or ');
}

function rules(schema: Schema): Markup {
  const bounds = [schema, ...alternativesOf(schema)].flatMap(boundsOf);
  const values = schema.enum ?? [];
  return html`${schema.description !== undefined && html`<p>${schema.description}</p>`}${bounds.length > 0 && html`<p>${bounds.join('; ')}</p>`}${values.length > 0 &&
  html`<p>One of ${values.map((value, index) => html`${index > 0 ? ', ' : ''}<code>${String(value)}</code>`)}</p>`}`;
}

/** One name with what may stand under it. */
export function field(name: string, schema: Schema, required: boolean): Markup {
  return html`<dt><code>${name}</code> <span>${typeOf(schema)}${required ? '' : ', optional'}</span></dt>
    <dd>${rules(schema)}${fieldsOf(schema)}</dd>`;
}

/** All that a schema holds: its properties, those of its items, or those of each alternative. */
export function fieldsOf(schema: Schema): Markup | '' {
  if (schema.items) return fieldsOf(schema.items);
  const alternatives = alternativesOf(schema).filter((each) => !isNull(each));
  const [only, ...more] = alternatives;
  if (only && more.length === 0) return fieldsOf(only);
  if (only) return html`${alternatives.map((each, index) => html`${index > 0 && html`<p>or</p>`}${fieldsOf(each)}`)}`;
  const { properties = {}, required = [] } = schema;
  const names = Object.entries(properties);
  return names.length === 0 ? '' : html`<dl>${names.map(([name, each]) => field(name, each, required.includes(name)))}</dl>`;
}
