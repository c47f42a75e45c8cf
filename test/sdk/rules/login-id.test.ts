import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { loginIdStem, looksLikeLoginId, normalizeLoginId } from '../../../sdk/rules/index.js';
import { anyText } from './arbitraries.js';

describe('identifier', () => {
  const people: [firstName: string, lastName: string, stem: string][] = [
    ['Philippe', 'Garnier', 'phil'],
    ['Élodie', 'Roy', 'elod'],
    ['Jo', 'Garnier', 'joga'],
    ["J'A", 'Li', 'jali'],
    ['Li', 'O', 'liox'],
    ['Anne-Marie', 'Roy', 'anne'],
    ['Œdipe', 'Roy', 'oedi'],
    ['ẞŒ', '', 'ssoe'],
    ['Lætitia', 'Roy', 'laet'],
    ['Øystein', 'Roy', 'oyst'],
    ['Łukasz', 'Roy', 'luka'],
    ['Ἀλέξανδρος', 'Roy', 'royx'],
    ['李', '王', 'xxxx'],
    ['', '', 'xxxx'],
    ['ＡＢ', 'ﬁn', 'abfi'],
    ['İlkay', 'Işık', 'ilka'],
  ];

  for (const [firstName, lastName, stem] of people) {
    it(`of ${firstName || 'someone nameless'} ${lastName} starts with ${stem}`, () => {
      expect(loginIdStem(firstName, lastName)).to.equal(stem);
    });
  }

  it('starts with four letters a–z for anybody in the world', () => {
    fc.assert(
      fc.property(anyText, anyText, (firstName, lastName) => {
        expect(loginIdStem(firstName, lastName)).to.match(/^[a-z]{4}$/);
      }),
    );
  });

  it('is the same for one name typed in capitals or with accents apart', () => {
    const latin = fc.string({ unit: fc.constantFrom(...'abcéèçœæøłïüñ-’ '), maxLength: 12 });
    fc.assert(
      fc.property(latin, latin, (firstName, lastName) => {
        const stem = loginIdStem(firstName, lastName);
        expect(loginIdStem(firstName.toUpperCase(), lastName.normalize('NFD'))).to.equal(stem);
      }),
    );
  });

  it('is told from an e-mail address by its form, in any case', () => {
    for (const value of ['phil589', 'PHIL589', ' phil5890 ']) {
      expect(looksLikeLoginId(value), value).to.equal(true);
    }
    for (const value of ['', 'phil58', 'phi589', 'phili589', 'phil589@orange.fr', 'phil 589', 'élod589', '589phil']) {
      expect(looksLikeLoginId(value), value).to.equal(false);
    }
  });

  it('is recognised however many digits follow', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.integer({ min: 100, max: 999_999_999 }), (first, last, number) => {
        expect(looksLikeLoginId(loginIdStem(first, last) + number)).to.equal(true);
      }),
    );
  });

  it('is kept in small letters, and reads the same normalised twice', () => {
    expect(normalizeLoginId(' Phil589 ')).to.equal('phil589');
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normalizeLoginId(normalizeLoginId(text))).to.equal(normalizeLoginId(text));
      }),
    );
  });
});
