import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import {
  ACTIVATION_CODE_ALPHABET,
  ACTIVATION_CODE_LENGTH,
  checkActivationCode,
  formatActivationCode,
  readActivationCode,
} from '../../../sdk/rules/index.js';
import { anyText, spaced } from './arbitraries.js';

const anyCode = fc.string({
  unit: fc.constantFrom(...ACTIVATION_CODE_ALPHABET),
  minLength: ACTIVATION_CODE_LENGTH,
  maxLength: ACTIVATION_CODE_LENGTH,
});

describe('code of the letter', () => {
  it('is made of 32 characters that nobody mistakes for one another', () => {
    expect(new Set(ACTIVATION_CODE_ALPHABET).size).to.equal(32);
    expect(ACTIVATION_CODE_ALPHABET).to.not.match(/[ILOU]/);
  });

  it('is printed in two groups', () => {
    expect(formatActivationCode('7H4K2M9PXA')).to.equal('7H4K2-M9PXA');
    expect(formatActivationCode('7H4K2')).to.equal('7H4K2');
  });

  it('is read as it is copied from paper', () => {
    for (const typed of ['7H4K2-M9PXA', '7h4k2 m9pxa', ' 7H4K2–M9PXA\n', '7-H-4-K-2-M-9-P-X-A', '7H4K2\u00a0M9PXA']) {
      expect(readActivationCode(typed), typed).to.equal('7H4K2M9PXA');
    }
  });

  it('forgives an O for a 0, an I or an l for a 1', () => {
    expect(readActivationCode('OoIiL-lABCD')).to.equal('001111ABCD');
  });

  it('is asked for, or for the rest of it', () => {
    expect(checkActivationCode(' - ')).to.equal('activation_code_required');
    expect(checkActivationCode('7H4K2-M9PX')).to.equal('activation_code_incomplete');
    expect(checkActivationCode('7H4K2-M9PXA')).to.equal(undefined);
  });

  it('is refused with a character that no letter carries, or one too many', () => {
    for (const typed of ['7H4K2-M9PXU', 'U', '7H4K2-M9PX!', '7H4K2-M9PXAB', '7H4K2_M9PXA', 'ſH4K2-M9PXA', '\u212aH4K2-M9PXA', 'ß2345-6789']) {
      expect(checkActivationCode(typed), typed).to.equal('activation_code_invalid');
      expect(readActivationCode(typed), typed).to.equal(undefined);
    }
  });

  it('is read through any spacing and case, and from the way it is printed', () => {
    const typed = anyCode.chain((code) => fc.tuple(fc.constant(code), spaced(code), fc.boolean()));
    fc.assert(
      fc.property(typed, ([code, loose, small]) => {
        expect(readActivationCode(small ? loose.toLowerCase() : loose)).to.equal(code);
        expect(readActivationCode(formatActivationCode(code))).to.equal(code);
        expect(formatActivationCode(loose)).to.match(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
      }),
    );
  });

  it('is ten characters of the alphabet whatever was typed, or nothing', () => {
    const near = fc.string({ unit: fc.constantFrom(...'0189abcOoIilLuUxyz- ß'), minLength: 8, maxLength: 14 });
    fc.assert(
      fc.property(fc.oneof(anyText, near), (text) => {
        const code = readActivationCode(text);
        expect(code === undefined).to.equal(checkActivationCode(text) !== undefined);
        if (code) expect(code).to.match(new RegExp(`^[${ACTIVATION_CODE_ALPHABET}]{10}$`));
      }),
    );
  });
});
