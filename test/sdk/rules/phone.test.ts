import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { checkPhone, formatPhone, normalizePhone } from '../../../sdk/rules/index.js';
import { anyText, digits, spaced } from './arbitraries.js';

describe('telephone number', () => {
  it('is one number however a French person writes it', () => {
    for (const typed of [
      '0612345678', '06 12 34 56 78', '06.12.34.56.78', '06-12-34-56-78', '06/12/34/56/78',
      '06\u00a012\u202f34 56 78', '+33612345678', '+33 6 12 34 56 78', '+33 (0)6 12 34 56 78',
      '(+33) 6 12 34 56 78', '(+33)(0)6 12 34 56 78', '0033612345678', '00 33 (0)6 12 34 56 78',
      '+33 06 12 34 56 78', '\u202a+33 6 12 34 56 78\u202c', '０６１２３４５６７８', '٠٦١٢٣٤٥٦٧٨',
      '＋33612345678',
    ]) {
      expect(normalizePhone(typed), typed).to.equal('+33612345678');
    }
  });

  it('gets the country code of the overseas territory it belongs to', () => {
    for (const [typed, kept] of [
      ['0262 12 34 56', '+262262123456'],
      ['0263 12 34 56', '+262263123456'],
      ['0692 12 34 56', '+262692123456'],
      ['0693 12 34 56', '+262693123456'],
      ['0269 12 34 56', '+262269123456'],
      ['0639 12 34 56', '+262639123456'],
      ['0590 12 34 56', '+590590123456'],
      ['0690 12 34 56', '+590690123456'],
      ['0594 12 34 56', '+594594123456'],
      ['0694 12 34 56', '+594694123456'],
      ['0596 12 34 56', '+596596123456'],
      ['0696 12 34 56', '+596696123456'],
      ['0697 12 34 56', '+596697123456'],
      ['0709 01 23 45', '+590709012345'],
      ['0508 41 23 45', '+508412345'],
      ['+508 41 23 45', '+508412345'],
      ['+508 0508 41 23 45', '+508412345'],
      ['0708 41 23 45', '+508708412345'],
      ['+33 6 92 12 34 56', '+262692123456'],
      ['+262 692 12 34 56', '+262692123456'],
      ['+262 0692 12 34 56', '+262692123456'],
      ['+590 (0)690 12 34 56', '+590690123456'],
    ] as const) {
      expect(normalizePhone(typed), typed).to.equal(kept);
    }
  });

  it('may be of any country', () => {
    expect(normalizePhone('+32 470 12 34 56')).to.equal('+32470123456');
    expect(normalizePhone('0041 22 123 45 67')).to.equal('+41221234567');
    expect(normalizePhone('+1 (202) 555-0123')).to.equal('+12025550123');
    expect(normalizePhone('+687 24 12 34')).to.equal('+687241234');
  });

  it('is refused when it is none', () => {
    for (const typed of [
      '06 12 34 56 7', '06 12 34 56 789', '00', '+', '0000000000', '3949', '12345678', '+33 12 34',
      '+33 0', '+262 12', '+0123456789', '+1234567890123456', 'zéro six', '06 12 34 56 78 poste 3',
      '0612345678a', '06 12 34 56 78, 06 12 34 56 79', '<b>0612345678</b>',
    ]) {
      expect(checkPhone(typed), typed).to.equal('phone_invalid');
      expect(normalizePhone(typed), typed).to.equal(undefined);
    }
  });

  it('is asked for when there are only spaces', () => {
    expect(checkPhone('')).to.equal('phone_required');
    expect(checkPhone(' \u00a0')).to.equal('phone_required');
    expect(checkPhone('06 12 34 56 78')).to.equal(undefined);
  });

  it('is shown in the groups in which it is read aloud', () => {
    for (const [kept, shown] of [
      ['+33612345678', '06 12 34 56 78'],
      ['+262692123456', '0692 12 34 56'],
      ['+596596123456', '0596 12 34 56'],
      ['+508412345', '0508 41 23 45'],
      ['+508708412345', '0708 41 23 45'],
      ['+262976123456', '+262 976 12 34 56'],
      ['+32470123456', '+32 470 12 34 56'],
      ['+41221234567', '+41 221 23 45 67'],
      ['+35226123456', '+352 26 12 34 56'],
      ['+12025550123', '+1 202 555 0123'],
    ]) {
      expect(formatPhone(kept ?? ''), kept).to.equal(shown);
    }
  });

  it('is shown as it is when it is no telephone number', () => {
    expect(formatPhone('')).to.equal('');
    expect(formatPhone('Non renseigné')).to.equal('Non renseigné');
  });

  const anyNumber = fc
    .tuple(
      fc.constantFrom('0', '+33', '+262', '+590', '+508', '0032', '+1', '+4', '+8', ''),
      fc.integer({ min: 4, max: 13 }).chain(digits),
    )
    .map(([prefix, rest]) => prefix + rest);

  it('comes back the same from the way it is shown, and normalised twice', () => {
    fc.assert(
      fc.property(anyNumber, (typed) => {
        const kept = normalizePhone(typed);
        if (!kept) return;
        expect(kept).to.match(/^\+[1-9]\d{6,14}$/);
        expect(normalizePhone(kept)).to.equal(kept);
        expect(normalizePhone(formatPhone(kept)), formatPhone(kept)).to.equal(kept);
      }),
      { numRuns: 1000 },
    );
  });

  it('is read through any spacing', () => {
    const french = digits(8).map((rest) => '06' + rest);
    fc.assert(
      fc.property(french.chain((typed) => fc.tuple(fc.constant(typed), spaced(typed))), ([typed, loose]) => {
        fc.pre(loose.length < 64);
        expect(normalizePhone(loose)).to.equal(normalizePhone(typed));
        expect(normalizePhone(loose)).to.not.equal(undefined);
      }),
    );
  });

  it('is refused or kept as E.164 whatever was typed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normalizePhone(text) ?? '+1234567').to.match(/^\+[1-9]\d{6,14}$/);
      }),
    );
  });
});
