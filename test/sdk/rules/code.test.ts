import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { checkCode, readCode } from '../../../sdk/rules/index.js';
import { anyText, digits, spaced } from './arbitraries.js';

describe('code received by e-mail', () => {
  it('is read as typed, and from the whole sentence of the mail', () => {
    for (const typed of [
      '7738',
      ' 77 38 ',
      '7 7 3 8',
      '77-38',
      '7738.',
      'Voici le code à saisir pour finaliser votre inscription 7738.',
      'Votre code : 7738 (valable 10 minutes)',
      '7738 10 minutes',
      'code=7738',
      'Le 23/11/2026 à 10:45, votre code est 7738, et non 12,50 €',
      '7738, je répète : 7738',
      'Bonjour,\n\n7738\n\nBien cordialement.',
    ]) {
      expect(readCode(typed), typed).to.equal('7738');
    }
  });

  it('is read in the digits of any keyboard', () => {
    for (const system of ['arab', 'arabext', 'deva', 'beng', 'thai', 'fullwide', 'mathmono', 'adlm']) {
      const typed = new Intl.NumberFormat('en', { numberingSystem: system, useGrouping: false }).format(7738);
      expect(readCode(typed), system).to.equal('7738');
    }
    expect(readCode('٠١٢٣')).to.equal('0123');
    expect(readCode('４５６７８９01', 8)).to.equal('45678901');
  });

  it('keeps its leading noughts', () => {
    expect(readCode('0007')).to.equal('0007');
  });

  it('is not guessed when two numbers could be it', () => {
    expect(readCode('7738 ou 7739')).to.equal(undefined);
    expect(readCode('7738 7739')).to.equal(undefined);
  });

  it('is not cut out of a longer number', () => {
    for (const typed of ['77381', '06 12 34 56 78', '12345678', '7738.50', '20/11/2026']) {
      expect(readCode(typed), typed).to.equal(undefined);
    }
  });

  it('has eight digits when the backend says so', () => {
    expect(readCode('7738 1234', 8)).to.equal('77381234');
    expect(readCode('Code 77381234.', 8)).to.equal('77381234');
    expect(readCode('7738', 8)).to.equal(undefined);
  });

  it('is asked for when nothing was typed, and for the rest of it', () => {
    expect(checkCode('', 4)).to.equal('code_required');
    expect(checkCode(' \u00a0', 4)).to.equal('code_required');
    expect(checkCode('773', 4)).to.equal('code_incomplete');
    expect(checkCode('abcd', 4)).to.equal('code_incomplete');
    expect(checkCode('77 38', 4)).to.equal(undefined);
    expect(checkCode('77 38', 8)).to.equal('code_incomplete');
  });

  const withoutDigits = anyText.map((text) => text.replace(/\p{Nd}/gu, ''));

  it('is read wherever it stands in a text without other digits', () => {
    fc.assert(
      fc.property(withoutDigits, digits(4), withoutDigits, (before, code, after) => {
        expect(readCode(before + code + after)).to.equal(code);
      }),
    );
  });

  it('is read through any spacing', () => {
    const code = digits(8).chain((typed) => fc.tuple(fc.constant(typed), spaced(typed)));
    fc.assert(
      fc.property(code, ([typed, loose]) => {
        expect(readCode(loose, 8)).to.equal(typed);
      }),
    );
  });

  it('is nothing but so many digits, whatever was pasted', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(4, 8), (text, length) => {
        expect(readCode(text, length) ?? '0'.repeat(length)).to.match(new RegExp(`^[0-9]{${length}}$`));
      }),
    );
  });
});
