import { describe, it } from 'node:test';
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import {
  checkSiren,
  checkSiret,
  completeSiret,
  formatSiren,
  formatSiret,
  normalizeSiret,
} from '../../../sdk/rules/index.js';
import { anyText, digits, spaced } from './arbitraries.js';

/** Eight digits and the key that makes Luhn pass, worked out another way than the rule does. */
const anySiren = digits(8)
  .map((start) => {
    const doubled = Array.from(start, (digit, i) => (i % 2 ? [...String(+digit * 2)] : [digit]));
    const total = doubled.flat().reduce((sum, digit) => sum + +digit, 0);
    return `${start}${(10 - (total % 10)) % 10}`;
  })
  .filter((siren) => siren !== '356000000');

const anySiret = fc.tuple(anySiren, digits(4)).map(([siren, nic]) => completeSiret(siren, nic));

describe('SIREN', () => {
  it('of a real town is taken, spaces or not', () => {
    expect(checkSiren('216600742')).to.equal(undefined);
    expect(checkSiren(' 216 600\u00a0742 ')).to.equal(undefined);
  });

  it('is refused with a wrong key, a missing digit or a letter', () => {
    for (const siren of ['', '216600743', '21660074', '2166007420', '21660074A', '２１６６００７４２']) {
      expect(checkSiren(siren), siren).to.equal('siren_invalid');
    }
  });

  it('with one digit mistyped is refused', () => {
    fc.assert(
      fc.property(anySiren, fc.nat(8), fc.integer({ min: 1, max: 9 }), (siren, at, by) => {
        const wrong = siren.slice(0, at) + ((+siren.charAt(at) + by) % 10) + siren.slice(at + 1);
        expect(checkSiren(siren)).to.equal(undefined);
        expect(checkSiren(wrong)).to.equal('siren_invalid');
      }),
    );
  });

  it('is shown by threes', () => {
    expect(formatSiren('216600742')).to.equal('216 600 742');
    expect(formatSiren('Non renseigné')).to.equal('Non renseigné');
  });
});

describe('SIRET', () => {
  it('of every real town and grouping at hand is taken', () => {
    const file = new URL('../../../demo/server/directory/data/communes-siret.csv', import.meta.url);
    const sirets = readFileSync(file, 'utf8').match(/^\d{14}(?=,)/gm) ?? [];

    expect(sirets).to.have.length.above(40);
    expect(sirets.filter(checkSiret)).to.deep.equal([]);
  });

  it('is taken with the blanks, dots and hyphens it was pasted with', () => {
    for (const typed of ['219 200 235 00014', '219.200.235.00014', '219-200-235-00014', '\u200e219\u00a0200\u202f235\t00014\n']) {
      expect(checkSiret(typed), typed).to.equal(undefined);
      expect(normalizeSiret(typed)).to.equal('21920023500014');
    }
  });

  it('is refused with a wrong key, a missing digit or a letter', () => {
    for (const siret of ['', '219200235', '21920023500015', '2192002350001', '219200235000140', '2192002350001O']) {
      expect(checkSiret(siret), siret).to.equal('siret_invalid');
    }
  });

  it('is refused when its own key is right but not that of its SIREN', () => {
    expect(checkSiret('11000000100013')).to.equal('siret_invalid');
  });

  it('of a post office may break Luhn, the seat keeps it', () => {
    expect(checkSiret('356 000 000 00048')).to.equal(undefined);
    expect(checkSiret('35600000001234')).to.equal('siret_invalid');
    expect(checkSiret('35600000001230')).to.equal(undefined);
    expect(checkSiret('35600000000043')).to.equal('siret_invalid');
    expect(checkSiret(completeSiret('356000000', '4567'))).to.equal(undefined);
  });

  it('of a post office is not taken for its Luhn key alone', () => {
    expect(checkSiret('35600000000014')).to.equal('siret_invalid');
  });

  it('with one digit mistyped is refused', () => {
    fc.assert(
      fc.property(anySiret, fc.nat(13), fc.integer({ min: 1, max: 9 }), (siret, at, by) => {
        const wrong = siret.slice(0, at) + ((+siret.charAt(at) + by) % 10) + siret.slice(at + 1);
        fc.pre(!wrong.startsWith('356000000'));
        expect(checkSiret(wrong)).to.equal('siret_invalid');
      }),
    );
  });

  it('made for the demonstration always passes, and keeps what it was made from', () => {
    fc.assert(
      fc.property(fc.oneof(anySiren, fc.constant('356000000')), digits(4), (siren, nic) => {
        const siret = completeSiret(siren, nic);
        expect(checkSiret(siret)).to.equal(undefined);
        expect(siret).to.match(new RegExp(`^${siren}${nic}\\d$`));
      }),
    );
  });

  it('is not made from a SIREN that is wrong', () => {
    expect(() => completeSiret('216600743', '0001')).to.throw(RangeError);
    expect(() => completeSiret('216600742', '001')).to.throw(RangeError);
    expect(() => completeSiret('216600742', 'abcd')).to.throw(RangeError);
  });

  it('is read through any spacing and from the way it is shown', () => {
    fc.assert(
      fc.property(anySiret.chain((siret) => fc.tuple(fc.constant(siret), spaced(siret))), ([siret, loose]) => {
        expect(normalizeSiret(loose)).to.equal(siret);
        expect(normalizeSiret(formatSiret(siret))).to.equal(siret);
        expect(formatSiret(siret)).to.match(/^\d{3} \d{3} \d{3} \d{5}$/);
      }),
    );
  });

  it('reads the same normalised twice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normalizeSiret(normalizeSiret(text))).to.equal(normalizeSiret(text));
      }),
    );
  });

  it('is shown as it is when it is none', () => {
    expect(formatSiret('Non renseigné')).to.equal('Non renseigné');
  });
});
