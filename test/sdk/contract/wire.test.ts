import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { conform } from '../../../sdk/contract/wire/conform.js';
import { schemaOf } from '../../../sdk/contract/schema-of.js';
import * as shapes from '../../../sdk/contract/wire/shape.js';
import type { Shape } from '../../../sdk/contract/wire/shape.js';

const leaves: Shape[] = [
  shapes.text,
  shapes.flag,
  shapes.whole,
  shapes.seconds,
  shapes.instant,
  shapes.oneOf(['pending', 'confirmed']),
];

const { shape: anyShape } = fc.letrec<{ shape: Shape; fields: Record<string, Shape> }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...leaves),
    tie('shape').map((of) => shapes.orNull(of)),
    tie('shape').map((of) => shapes.listOf(of)),
    tie('fields').map((of) => shapes.object(of)),
  ),
  fields: fc.dictionary(
    fc.constantFrom('a', 'b', 'c', 'd'),
    fc.oneof(
      tie('shape'),
      tie('shape').map((of) => shapes.optional(of) as Shape),
    ),
  ),
}));

/** Values that fit a shape, and hold a field besides here and there. */
function fitting(shape: Shape): fc.Arbitrary<unknown> {
  switch (shape.kind) {
    case 'text':
      return fc.string();
    case 'flag':
      return fc.boolean();
    case 'whole':
      return fc.maxSafeInteger();
    case 'seconds':
      return fc.maxSafeNat();
    case 'instant':
      return fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => date.toISOString());
    case 'choice':
      return fc.constantFrom(...shape.of);
    case 'nullable':
      return fc.option(fitting(shape.of));
    case 'optional':
      return fc.option(fitting(shape.of), { nil: undefined });
    case 'list':
      return fc.array(fitting(shape.of), { maxLength: 3 });
    case 'object':
      return fc.record({
        ...Object.fromEntries(Object.entries(shape.of).map(([name, field]) => [name, fitting(field)])),
        besides: fc.option(fc.string(), { nil: undefined }),
      });
  }
}

/** As it comes from the wire: what is `undefined` isn't there. */
const sent = (value: unknown): unknown => (value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown));

const instants = ['2026-03-01T08:30:00Z', '2026-03-01T08:30:00.123Z', '2026-03-01', '2026-13-01T08:30:00Z', '2026-03-01T08:30:00+01:00', 'yesterday', ''];

describe('an answer judged in a page', () => {
  it('that is as it should be comes out as a server would write it down', () => {
    fc.assert(
      fc.property(anyShape.chain((shape) => fc.tuple(fc.constant(shape), fitting(shape).map(sent))), ([shape, value]) => {
        expect(conform(shape, value)).to.deep.equal({ value: z.parse(schemaOf(shape), value) });
      }),
      { numRuns: 500 },
    );
  });

  it('of any kind is taken or left as a server would', () => {
    const values = fc.oneof(fc.jsonValue(), fc.constantFrom('pending', 'confirmed', -1, 1.5, 2 ** 53, null, ...instants));
    fc.assert(
      fc.property(anyShape, values, (shape, value) => {
        const { success } = z.safeParse(schemaOf(shape), value);
        expect(conform(shape, value).misfit === undefined).to.equal(success);
      }),
      { numRuns: 1000 },
    );
  });

  it('that is wrong somewhere inside says where, and never what', () => {
    const secret = 'do-not-repeat';
    const person = shapes.object({ name: shapes.text, since: shapes.instant, role: shapes.oneOf(['user']), left: shapes.seconds });
    const shape = shapes.object({ people: shapes.listOf(person) });
    const right = { name: 'Zoé', since: '2026-03-01T08:30:00Z', role: 'user', left: 3 };
    const wrong: [object, string][] = [
      [{ name: null }, '/people/1/name invalid_type'],
      [{ since: secret }, '/people/1/since invalid_format'],
      [{ role: secret }, '/people/1/role invalid_value'],
      [{ left: -1 }, '/people/1/left too_small'],
      [{ left: undefined }, '/people/1/left invalid_type'],
    ];
    for (const [change, misfit] of wrong) {
      expect(conform(shape, { people: [right, { ...right, ...change }] })).to.deep.equal({ misfit });
    }
    expect(conform(shape, [])).to.deep.equal({ misfit: '/ invalid_type' });
  });
});
