import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import {
  checkPassword,
  normalizePassword,
  PASSWORD_MAX,
  passwordCriteria,
} from '../../../sdk/rules/index.js';
import { anyText } from './arbitraries.js';

describe('password', () => {
  it('is asked for when nothing was typed', () => {
    expect(checkPassword('')).to.equal('password_required');
  });

  it('needs eight characters', () => {
    expect(checkPassword('Azer1!x')).to.equal('password_too_short');
    expect(checkPassword('Azer1!xy')).to.equal(undefined);
  });

  it('counts an emoji, or a letter typed with a separate accent, as one character', () => {
    expect(checkPassword('Aa1🏡🏡🏡🏡')).to.equal('password_too_short');
    expect(checkPassword('Aa1🏡🏡🏡🏡🏡')).to.equal(undefined);
    expect(checkPassword('Ame\u0301e\u0301e\u03011')).to.equal('password_too_short');
  });

  it('may have 128 characters, no more, however they were composed', () => {
    const longest = 'Aa1!' + 'e\u0301'.repeat(PASSWORD_MAX - 4);

    expect(checkPassword(longest)).to.equal(undefined);
    expect(checkPassword(longest + 'x')).to.equal('password_too_long');
    expect(checkPassword('Aa1!' + 'ᾂ'.normalize('NFD').repeat(PASSWORD_MAX - 4))).to.equal(undefined);
  });

  it('needs three of the four kinds of characters, whichever they are', () => {
    for (const simple of ['motdepasse', 'MOTDEPASSE', '1234567890', '!?!?!?!?!?', 'Motdepasse', 'motdepasse1', '1234567!', 'mot de passe']) {
      expect(checkPassword(simple), simple).to.equal('password_too_simple');
    }
    for (const good of ['Motdepasse1', 'Mot de passe', 'motdepasse1!', 'MOTDEPASSE1!']) {
      expect(checkPassword(good), good).to.equal(undefined);
    }
  });

  it('ticks each criterion as it is met', () => {
    expect(passwordCriteria('a')).to.deep.equal({
      length: false,
      upper: false,
      lower: true,
      digit: false,
      special: false,
      classes: false,
    });
    expect(passwordCriteria('aB3 aB3 ')).to.deep.equal({
      length: true,
      upper: true,
      lower: true,
      digit: true,
      special: true,
      classes: true,
    });
  });

  it('takes letters and digits of any script', () => {
    expect(passwordCriteria('É')).to.include({ upper: true, special: false });
    expect(passwordCriteria('Ж')).to.include({ upper: true, special: false });
    expect(passwordCriteria('λ')).to.include({ lower: true, special: false });
    expect(passwordCriteria('٣')).to.include({ digit: true, special: false });
  });

  it('can be made by someone whose script has no capitals', () => {
    expect(passwordCriteria('م')).to.include({ upper: false, lower: true, special: false });
    expect(checkPassword('パスワード12!')).to.equal(undefined);
  });

  it('does not take an accent for a special character', () => {
    expect(passwordCriteria('x\u0323\u0307').special).to.equal(false);
  });

  it('is the same on a keyboard that sends accents apart', () => {
    expect(normalizePassword('Ame\u0301lie 66')).to.equal('Amélie 66');
  });

  it('is accepted only with every box ticked', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { length, classes } = passwordCriteria(text);
        const issue = checkPassword(text);
        expect(issue === undefined || issue === 'password_too_long').to.equal(length && classes);
      }),
    );
  });

  it('is accepted or refused alike before and after normalisation', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = normalizePassword(text);
        expect(normalizePassword(once)).to.equal(once);
        expect(checkPassword(once)).to.equal(checkPassword(text));
      }),
    );
  });
});
