import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { holdsPersonalData } from '../../../sdk/rules/index.js';
import { anyText } from './arbitraries.js';

const zoe = { firstName: 'Zoé', lastName: 'Lebœuf-Garnier', email: 'z.lebg+bdt@mairie-eus.fr' };

describe('password made of what is known about its owner', () => {
  it('is refused with her first name, whatever the case and accents', () => {
    for (const password of ['Zoe66500!', 'xxZOÉ66500!', '66500zoe\u0301A!']) {
      expect(holdsPersonalData(password, zoe), password).to.equal(true);
    }
  });

  it('is refused with a name whose accents were added or left out', () => {
    const renee = { firstName: 'Renee', lastName: 'Roy', email: 'r@x.fr' };
    expect(holdsPersonalData('Rénée66500!', renee)).to.equal(true);
    expect(holdsPersonalData('Renee66500!', { ...renee, firstName: 'Rénée' })).to.equal(true);
  });

  it('is refused with her last name, whole, squeezed or in part', () => {
    for (const password of ['Lebœuf-Garnier1', 'leboeufgarnier1!', 'LEBOEUF_66', 'Garnier!66']) {
      expect(holdsPersonalData(password, zoe), password).to.equal(true);
    }
  });

  it('is refused with her address, its local part, or what comes before the +', () => {
    for (const password of ['z.lebg+bdt@mairie-eus.fr', 'Z.LEBG+BDT1', '!z.lebg66500']) {
      expect(holdsPersonalData(password, zoe), password).to.equal(true);
    }
    expect(holdsPersonalData('A1!jo@x.fr', { ...zoe, email: ' jo@x.fr' })).to.equal(true);
  });

  it('may hold the domain of her address, or a word of hers that is too short to tell', () => {
    expect(holdsPersonalData('Mairie-eus.fr66', zoe)).to.equal(false);
    const li = { firstName: 'Bo', lastName: 'de la Cour', email: 'bo@x.fr' };
    expect(holdsPersonalData('Robot de lavage 1', li)).to.equal(false);
    expect(holdsPersonalData('Basse Cour 66', li)).to.equal(true);
    expect(holdsPersonalData('Desserte 66', { ...li, lastName: 'des Essarts' })).to.equal(false);
  });

  it('is not refused when nothing is known about its owner', () => {
    fc.assert(
      fc.property(anyText, (password) => {
        const nobody = { firstName: '', lastName: ' ', email: '' };
        expect(holdsPersonalData(password, nobody)).to.equal(false);
      }),
    );
  });

  it('is refused wherever the name stands in it', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdefghij'), minLength: 3, maxLength: 20 });
    fc.assert(
      fc.property(word, anyText, anyText, (name, before, after) => {
        const person = { firstName: '', lastName: name, email: '' };
        expect(holdsPersonalData(before + name.toUpperCase() + after, person)).to.equal(true);
      }),
    );
  });
});
