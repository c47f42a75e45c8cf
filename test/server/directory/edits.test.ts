import { expect } from 'chai';
import fc from 'fast-check';
import { describe, it } from 'node:test';
import { oneSlipAway, slipsBetween } from '../../../demo/server/directory/edits.js';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'e', 's'), minLength: 1, maxLength: 7 });

describe('slips of the pen', () => {
  it('are counted as a person would', () => {
    expect(slipsBetween('clamart', 'clamart')).to.equal(0);
    expect(slipsBetween('clamrt', 'clamart')).to.equal(1);
    expect(slipsBetween('claamart', 'clamart')).to.equal(1);
    expect(slipsBetween('clemart', 'clamart')).to.equal(1);
    expect(slipsBetween('calmart', 'clamart')).to.equal(1);
    expect(slipsBetween('kalmart', 'clamart')).to.equal(2);
    expect(slipsBetween('', 'eus')).to.equal(3);
  });

  it('count the same both ways', () => {
    fc.assert(fc.property(word, word, (a, b) => slipsBetween(a, b) === slipsBetween(b, a)));
  });

  it('are all found when there is one, and no other', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(oneSlipAway(a).includes(b)).to.equal(slipsBetween(a, b) === 1);
      }),
    );
    expect(oneSlipAway('eus').every((other) => slipsBetween('eus', other) === 1)).to.equal(true);
  });
});
