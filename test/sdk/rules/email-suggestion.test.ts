import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { suggestEmail } from '../../../sdk/rules/index.js';
import { anyText } from './arbitraries.js';

describe('suggestion for an e-mail address', () => {
  const slips: [typed: string, meant: string][] = [
    ['orange.rf', 'orange.fr'],
    ['ornage.fr', 'orange.fr'],
    ['orang.fr', 'orange.fr'],
    ['wanado.fr', 'wanadoo.fr'],
    ['wandaoo.fr', 'wanadoo.fr'],
    ['vanadoo.fr', 'wanadoo.fr'],
    ['lapsote.net', 'laposte.net'],
    ['la-poste.ner', 'laposte.net'],
    ['fre.fr', 'free.fr'],
    ['sfrr.fr', 'sfr.fr'],
    ['gmial.com', 'gmail.com'],
    ['gmail.con', 'gmail.com'],
    ['gmail.co', 'gmail.com'],
    ['gmail.fr', 'gmail.com'],
    ['gmail', 'gmail.com'],
    ['hotmial.fr', 'hotmail.fr'],
    ['hotmal.com', 'hotmail.com'],
    ['outlok.fr', 'outlook.fr'],
    ['yaho.fr', 'yahoo.fr'],
    ['GMIAL.COM', 'gmail.com'],
  ];

  for (const [typed, meant] of slips) {
    it(`offers ${meant} to someone who typed ${typed}, and keeps what is before the @`, () => {
      expect(suggestEmail(` Zoe+bdt@${typed} `)).to.equal(`Zoe+bdt@${meant}`);
    });
  }

  it('leaves good addresses alone', () => {
    for (const domain of [
      'orange.fr', 'gmail.com', 'hotmail.com', 'outlook.com', 'ORANGE.FR', 'mail.com', 'ymail.com',
      'live.com', 'gmx.fr', 'orange.com', 'icloud.com', 'yahoo.it', 'yahoo.gr', 'hotmail.be', 'hotmail.it',
      'hotmail.co.uk', 'outlook.de', 'email.com', 'cloud.com',
    ]) {
      expect(suggestEmail(`zoe@${domain}`), domain).to.equal(undefined);
    }
  });

  it("leaves a town's or an office's own domain alone", () => {
    for (const domain of [
      'ville-orange.fr', 'mairie-eus.fr', 'orange-habitat.fr', 'paris.fr', 'lyon.fr', 'cher.fr', 'var.fr',
      'sarthe.fr', 'gard.fr', 'notaires.fr', 'tree.fr', 'grange.fr', 'caissedesdepots.fr', 'ofree.fr', 'patmail.fr',
    ]) {
      expect(suggestEmail(`zoe@${domain}`), domain).to.equal(undefined);
    }
  });

  it('says nothing before there is a domain', () => {
    for (const typed of ['', 'zoe', 'zoe@', '@gmial.com']) {
      expect(suggestEmail(typed), typed).to.equal(undefined);
    }
  });

  it('never offers something for its own suggestion', () => {
    const nearby = fc
      .tuple(fc.constantFrom('orange.fr', 'gmail.com', 'laposte.net', 'sfr.fr', 'outlook.fr'), fc.nat(12), anyText)
      .map(([domain, at, text]) => domain.slice(0, at) + text.slice(0, 2) + domain.slice(at + 1));
    fc.assert(
      fc.property(nearby, (domain) => {
        const offered = suggestEmail(`zoe@${domain}`);
        if (offered) expect(suggestEmail(offered)).to.equal(undefined);
      }),
    );
  });
});
