import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import * as rules from '../../../sdk/rules/index.js';
import { anyText } from './arbitraries.js';

/** Each rule that reads what a person typed, on one text wherever it takes one. */
const readers: Record<string, (text: string) => unknown> = {
  checkActivationCode: rules.checkActivationCode,
  checkCode: rules.checkCode,
  checkEmail: rules.checkEmail,
  checkName: rules.checkName,
  checkPassword: rules.checkPassword,
  checkPhone: rules.checkPhone,
  checkSiren: rules.checkSiren,
  checkSiret: rules.checkSiret,
  emailKey: rules.emailKey,
  formatActivationCode: rules.formatActivationCode,
  formatPhone: rules.formatPhone,
  formatSiren: rules.formatSiren,
  formatSiret: rules.formatSiret,
  holdsPersonalData: (text) =>
    rules.holdsPersonalData(text, { firstName: text, lastName: text, email: text }),
  loginIdStem: (text) => rules.loginIdStem(text, text),
  looksLikeLoginId: rules.looksLikeLoginId,
  normalizeEmail: rules.normalizeEmail,
  normalizeLoginId: rules.normalizeLoginId,
  normalizeName: rules.normalizeName,
  normalizePassword: rules.normalizePassword,
  normalizePhone: rules.normalizePhone,
  normalizeSiret: rules.normalizeSiret,
  passwordCriteria: rules.passwordCriteria,
  readActivationCode: rules.readActivationCode,
  readCode: (text) => rules.readCode(text),
  sectorOfLegalCategory: rules.sectorOfLegalCategory,
  suggestEmail: rules.suggestEmail,
};

/** Texts made to be slow: marks to reorder, spaces to trim, groups to try. */
const million = [
  'a',
  ' ',
  '7',
  '7 ',
  '٣',
  '-',
  'a.',
  'a@',
  '@',
  '\u0301\u0323\u0327',
  'e\u0301\u0323',
  'ﷺ',
  '🏡',
  '\ud800',
].flatMap((unit) => {
  const text = unit.repeat(1_000_000 / unit.length);
  return [text, `a${text}b`];
});

/** Milliseconds. The slowest takes 10; marks reordered or groups tried without a limit, minutes. */
const BOUND = 1_000;

describe('every rule', () => {
  it('is among those tried here, but for the one that makes demonstration data', () => {
    const functions = Object.entries(rules)
      .filter(([, rule]) => typeof rule === 'function')
      .map(([name]) => name);

    expect(functions).to.have.members([...Object.keys(readers), 'completeSiret']);
  });

  for (const [name, read] of Object.entries(readers)) {
    it(`${name} answers whatever a person types`, () => {
      fc.assert(
        fc.property(anyText, (text) => {
          read(text);
        }),
      );
    });

    it(`${name} answers at once when a million characters are pasted`, () => {
      for (const text of million) {
        const start = performance.now();
        read(text);
        expect(performance.now() - start).to.be.below(BOUND);
      }
    });
  }

  it('refuses a million characters, where there is a limit', () => {
    for (const text of million) {
      for (const name of ['checkPassword', 'checkName', 'checkEmail', 'checkPhone', 'checkSiret', 'checkCode', 'checkActivationCode']) {
        expect(readers[name]?.(text), name).to.be.a('string');
      }
    }
  });
});
