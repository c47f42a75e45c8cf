import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { checkEmail, emailKey, normalizeEmail } from '../../../sdk/rules/index.js';
import { anyText } from './arbitraries.js';

describe('e-mail address', () => {
  it('is taken as people have it', () => {
    for (const email of [
      'z.garnier@mairie-eus.fr',
      ' z@orange.fr ',
      'zoe+bdt@gmail.com',
      "n.o'connor@exemple.ie",
      'a@b.photography',
      'contact@mail.ville.exemple.museum',
      'zoé@château-eus.fr',
      'z@xn--chteau-xta.fr',
      'z@exemple.xn--p1ai',
      '用户@例子.网址',
      'उपयोगकर्ता@उदाहरण.भारत',
      'a_b-c=d/e@1und1.de',
      `${'a'.repeat(64)}@exemple.fr`,
    ]) {
      expect(checkEmail(email), email).to.equal(undefined);
    }
  });

  it('is asked for when there are only spaces', () => {
    expect(checkEmail(' ')).to.equal('email_required');
  });

  it('is refused when no mail could reach it', () => {
    for (const email of [
      'zoe', 'zoe@', '@orange.fr', 'zoe@orange', 'zoe@orange..fr', 'zoe@.fr', 'zoe@orange.f',
      'zoe@-orange.fr', 'zoe@orange-.fr', '.zoe@orange.fr', 'zoe.@orange.fr', 'z..e@orange.fr',
      'zoe@orange.fr.', 'zoe@@orange.fr', 'zoe@marc@orange.fr', 'zoe@192.168.1.1', 'zoe@[192.168.1.1]',
      'zoe@or_ange.fr', `zoe@${'a'.repeat(64)}.fr`, 'Zoé <zoe@orange.fr>', 'zoe@orange.fr, luc@orange.fr',
      'zoe’s@orange.fr', 'mailto:zoe@orange.fr',
    ]) {
      expect(checkEmail(email), email).to.equal('email_invalid');
    }
  });

  it('is refused with a space, a line break or a character that nobody sees', () => {
    for (const character of [' ', '\u00a0', '\n', '\r', '\t', '\0', '\u200b', '\u202e', '\u2066', '\u3164', '\ud800']) {
      expect(checkEmail(`z${character}oe@orange.fr`)).to.equal('email_invalid');
      expect(checkEmail(`zoe@or${character}ange.fr`)).to.equal('email_invalid');
    }
    expect(checkEmail('zoe@orange.fr\r\nBcc: luc@orange.fr')).to.equal('email_invalid');
  });

  it('may have 254 octets, 64 of them before the @', () => {
    const longest = `${'z'.repeat(64)}@${`${'a'.repeat(60)}.`.repeat(3)}museum`;

    expect(longest).to.have.lengthOf(254);
    expect(checkEmail(longest)).to.equal(undefined);
    expect(checkEmail(longest + 's')).to.equal('email_too_long');
    expect(checkEmail(`${'z'.repeat(65)}@exemple.fr`)).to.equal('email_too_long');
    expect(checkEmail(`${'é'.repeat(33)}@exemple.fr`)).to.equal('email_too_long');
    expect(checkEmail(`${'z'.repeat(50)}@${'é'.repeat(60)}.${'é'.repeat(45)}.fr`)).to.equal('email_too_long');
  });

  it('is kept as typed, but for the spaces around it', () => {
    expect(normalizeEmail(' Zoe.Garnier@Mairie-Eus.FR\n')).to.equal('Zoe.Garnier@Mairie-Eus.FR');
  });

  it('finds the account whatever the case', () => {
    expect(emailKey(' Zoe@Orange.FR')).to.equal('zoe@orange.fr');
    expect(emailKey('ZOÉ@CHÂTEAU.FR')).to.equal(emailKey('zoe\u0301@château.fr'));
    expect(emailKey('ΟΔΟΣ@exemple.fr')).to.equal(emailKey('οδος@exemple.fr'));
  });

  it('finds the account under either form of an internationalised domain', () => {
    expect(emailKey('zoé@château.fr')).to.equal('zoé@xn--chteau-xta.fr');
    expect(emailKey('zoé@XN--chteau-xta.fr')).to.equal('zoé@xn--chteau-xta.fr');
  });

  it('never finds the account of someone whose address only looks alike', () => {
    expect(emailKey('mıke@orange.fr')).to.not.equal(emailKey('mike@orange.fr'));
    expect(emailKey('strasse@orange.fr')).to.not.equal(emailKey('straße@orange.fr'));
    expect(emailKey('zoe@orange.fr/é')).to.not.equal(emailKey('zoe@orange.fr'));
    expect(emailKey('zoe@évil.fr#.orange.fr')).to.not.equal(emailKey('zoe@évil.fr'));
  });

  it('gives one key for one address, any string being one', () => {
    fc.assert(
      fc.property(anyText, anyText, (local, domain) => {
        const email = `${local}@${domain}`;
        const key = emailKey(email);
        expect(emailKey(key)).to.equal(key);
        expect(emailKey(normalizeEmail(email))).to.equal(key);
      }),
    );
  });

  it('is taken whatever its length and case, within the bounds', () => {
    const letters = fc.constantFrom(...'abyzABYZ09é');
    const label = fc.string({ unit: letters, minLength: 1, maxLength: 20 });
    const last = fc.string({ unit: fc.constantFrom(...'abyzABYZ'), minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 3 }), label, last, (local, domain, top) => {
        const email = `${local.join('.').slice(0, 30).replace(/\.$/, '')}@${domain}.${top}`;
        expect(checkEmail(email), email).to.equal(undefined);
        expect(emailKey(email.toUpperCase())).to.equal(emailKey(email));
      }),
    );
  });

  it('that is taken holds one @, no blank and no more than 254 octets', () => {
    const good = 'zoé+bdt@mail.orange.fr';
    fc.assert(
      fc.property(fc.nat(good.length), anyText, (at, text) => {
        const email = normalizeEmail(good.slice(0, at) + text + good.slice(at));
        if (checkEmail(email)) return;
        expect(email).to.match(/^[^@\s\p{C}]+@[^@\s\p{C}]+\.[^@\s\p{C}]+$/u);
        expect(Buffer.byteLength(email)).to.be.at.most(254);
      }),
      { examples: [[0, '']], numRuns: 1000 },
    );
  });
});
