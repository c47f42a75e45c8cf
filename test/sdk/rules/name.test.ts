import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { checkName, normalizeName } from '../../../sdk/rules/index.js';
import { anyText } from './arbitraries.js';

describe('name', () => {
  it('is taken as people write it, in any script', () => {
    for (const name of [
      'Anne-Marie',
      "N'Guyen",
      'L’Hôpital',
      "'t Hooft",
      'de la Tour d’Auvergne',
      'Jean‐Noël',
      'Ng',
      'Ô',
      'Müller',
      'Żółć',
      'Παπαδόπουλος',
      'Иванова',
      'محمد',
      '王',
      'दीपिका',
      'x\u0323\u0307a',
    ]) {
      expect(checkName(name), name).to.equal(undefined);
    }
  });

  it('is asked for when there are only spaces', () => {
    expect(checkName('')).to.equal('name_required');
    expect(checkName(' \u00a0 ')).to.equal('name_required');
  });

  it('may have a hundred letters, no more', () => {
    expect(checkName('é'.repeat(100))).to.equal(undefined);
    expect(checkName('e\u0301'.repeat(100))).to.equal(undefined);
    expect(checkName('é'.repeat(101))).to.equal('name_too_long');
    expect(checkName('𐐨'.repeat(100))).to.equal(undefined);
  });

  it('is refused with digits, signs, markup, a formula or a URL', () => {
    for (const name of [
      'Luc2',
      'Luc٢',
      '<img src=x onerror=alert(1)>',
      'www.exemple.fr',
      'https://exemple.fr',
      'Luc/Marc',
      'Luc & Marc',
      '=1+1',
      '-Luc',
      '-',
      "'",
      '🏡',
      'Luc;',
    ]) {
      expect(checkName(name), name).to.equal('name_invalid');
    }
  });

  it('is refused with a line break or a character that nobody sees', () => {
    for (const character of [
      '\n', '\r', '\t', '\0', '\u007f', '\u0085', '\u2028', '\u200b', '\u200e', '\u202e', '\u2066',
      '\u00ad', '\ufeff', '\u3164', '\ufe0f', '\ud800', '\ue000',
    ]) {
      expect(checkName(`Lu${character}c`), escape(character)).to.equal('name_invalid');
    }
    expect(checkName('\u3164')).to.equal('name_invalid');
  });

  it('loses the spaces around it and the doubled ones inside', () => {
    expect(normalizeName('  Anne \u00a0  Marie\u202fÉlo\n')).to.equal('Anne Marie Élo');
  });

  it('is one name whether accents were typed apart or not', () => {
    expect(normalizeName('Zoe\u0301')).to.equal('Zoé');
  });

  it('reads the same normalised twice, and is judged alike', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = normalizeName(text);
        expect(normalizeName(once)).to.equal(once);
        expect(checkName(once)).to.equal(checkName(text));
      }),
    );
  });

  it('never lets a control, bidi or markup character through, wherever it is', () => {
    const bad = fc.constantFrom('<', '>', '&', '"', '\0', '\u202a', '\u2069', '\u061c', '7', '/', '@');
    fc.assert(
      fc.property(bad, fc.nat(4), (character, at) => {
        expect(checkName('Zoéa'.slice(0, at) + character + 'Zoéa'.slice(at))).to.equal('name_invalid');
      }),
    );
  });
});
