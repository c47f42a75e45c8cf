import { expect } from 'chai';
import fc from 'fast-check';
import { describe, it } from 'node:test';
import { renderLetter } from '../../../demo/server/letter/letter-pdf.js';
import { letter, readPdf, type Reading } from './reading.js';

const read = async (changes: Parameters<typeof letter>[0] = {}): Promise<Reading> =>
  readPdf(await renderLetter(letter(changes)));

/** What a DL envelope's window may uncover, and what it shows wherever the sheet slides; millimetres. */
const seen = { left: 90, right: 200, top: 44, bottom: 90 };
const always = { left: 100, right: 190, top: 55, bottom: 79 };

const inWindow = ({ runs }: Reading) =>
  runs.filter(
    ({ left, right, baseline }) =>
      right > seen.left && left < seen.right && baseline > seen.top && baseline < seen.bottom,
  );

function expectAddressInWindow(reading: Reading): void {
  const shown = inWindow(reading);
  // A line of several scripts is read back as several runs.
  expect(new Set(shown.map(({ baseline }) => baseline)).size).to.be.within(2, 7);
  for (const { left, right, baseline } of shown) {
    expect(left).to.be.within(always.left, always.right);
    expect(right).to.be.at.most(always.right);
    // At 9 points accents rise 2.9 mm above the baseline, tails fall 0.75 mm below.
    expect(baseline).to.be.within(always.top + 2.9, always.bottom - 0.75);
  }
}

describe('activation letter', () => {
  it('tells the legal representative who asks, for which structure and services', async () => {
    const { text } = await read();

    expect(text).to.include('À l’attention du représentant légal COMMUNE D’ESSAI 1 place de la Mairie 66500 EUS');
    expect(text).to.include('SIRET : 123 456 789 00011');
    expect(text).to.include('Demandeur : Madame Anne-Sophie Œuvrard');
    expect(text).to.include('Encours et Documents');
    expect(text).to.include('vous la désignez comme administrateur');
    expect(text).to.include('dans son espace personnel, sur https://portail.example/.');
    expect(text).to.include('0193f1c2-7a44-7bd1-9c55-3e2f6f0a8b11');
  });

  it('shows the code in two groups, in a face that tells zero from a capital', async () => {
    const bytes = await renderLetter(letter());

    expect((await readPdf(bytes)).text).to.include('7KQ2M-X4T9C');
    expect(Buffer.from(bytes).toString('latin1')).to.match(/\/FontName \/[A-Z]{6}\+DejaVuSansMono-Bold/u);
  });

  it('gives the end of validity and the day it left by the clock of Paris', async () => {
    const { text } = await read();

    expect(text).to.include('Le 23 novembre 2026');
    expect(text).to.include('1er janvier 2027 à 0 h 30 (heure de Paris)');
  });

  it('says to a structure that expected nothing how to report it', async () => {
    const { text } = await read();

    expect(text).to.include('Vous n’attendiez pas ce courrier');
    expect(text).to.include('+33 1 99 00 12 34');
    expect(text).not.to.match(/écrivez-nous/u);
  });

  it('is one A4 page that a screen reader can follow', async () => {
    const { pages, width, height, title, lang, tags } = await read();

    expect(pages).to.equal(1);
    expect([Math.round(width), Math.round(height)]).to.deep.equal([595, 842]);
    expect(title).to.equal('Code d’activation pour COMMUNE D’ESSAI');
    expect(lang).to.equal('fr-FR');
    expect(tags).to.include.members(['Document', 'H1', 'H2', 'P']);
  });

  it('shows the address, and nothing else, through the envelope’s window', async () => {
    const reading = await read();

    expect(inWindow(reading).map(({ text }) => text.trim())).to.deep.equal([
      'À l’attention du représentant légal',
      'COMMUNE D’ESSAI',
      '1 place de la Mairie',
      '66500 EUS',
    ]);
    for (const { left } of inWindow(reading)) expect(left).to.be.closeTo(105, 0.1);
    expectAddressInWindow(reading);
  });

  it('keeps the code off the panel that the window belongs to', async () => {
    const { runs } = await read();

    const code = runs.find(({ text }) => text.includes('7KQ2M'));
    expect(code?.baseline).to.be.greaterThan(99 + 10);
  });

  it('reaches the longest address without losing its road, postcode or town', async () => {
    const reading = await read({
      structure: {
        name: 'OFFICE PUBLIC DE L’HABITAT DE LA COMMUNAUTE URBAINE '.repeat(4),
        siret: '12345678900011',
        addressLines: [
          'BATIMENT LES GRANDES TERRASSES ESCALIER B',
          '1234 BOULEVARD DU MARECHAL',
          'ZONE INDUSTRIELLE DES PORTES',
          '97133 SAINT-BARTHELEMY CEDEX 09',
        ],
      },
    });

    const shown = inWindow(reading).map(({ text }) => text.trim());
    expect(shown).to.include('1234 BOULEVARD DU MARECHAL');
    expect(shown.at(-1)).to.equal('97133 SAINT-BARTHELEMY CEDEX 09');
    expect(shown.every((line) => line.length <= 38)).to.equal(true);
    expectAddressInWindow(reading);
  });

  it('stays text when a name carries line breaks, controls or reading-order tricks', async () => {
    const { text, pages } = await read({
      requester: { civility: 'mr', firstName: 'Jean\r\n\u0000', lastName: '\u202Etnarud\u202C\u2066 (Tj) \u200B' },
    });

    expect(pages).to.equal(1);
    expect(text).to.include('Monsieur Jean tnarud (Tj)');
  });

  it('prints names of other scripts', async () => {
    const { text } = await read({
      requester: { civility: 'mrs', firstName: 'Олена', lastName: 'Παπαδοπούλου Dvořáková Nguyễn' },
    });

    expect(text).to.include('Олена Παπαδοπούλου Dvořáková Nguyễn');
  });

  it('is the same letter, byte for byte, when it is drawn again', async () => {
    const [once, again] = [await renderLetter(letter()), await renderLetter(letter())];

    expect(Buffer.from(once).equals(Buffer.from(again))).to.equal(true);
  });

  it('does not leave with a code that nobody can type', async () => {
    for (const code of ['7KQ2MX4T9', '7KQ2MX4T9O', '7kq2mx4t9c', '7KQ2M-X4T9C']) {
      const failure = await renderLetter(letter({ code })).catch((error: unknown) => error);
      expect(failure).to.be.instanceOf(RangeError);
      expect(String(failure)).not.to.include(code);
    }
  });

  it('stays on one page, its code and address whole, whatever the names are', async () => {
    const text = (maxLength: number) =>
      fc.oneof(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength }),
        fc.constantFrom('W'.repeat(maxLength), 'ŒUVRE '.repeat(maxLength / 5), 'a\n'.repeat(maxLength)),
      );
    await fc.assert(
      fc.asyncProperty(
        text(400),
        fc.array(text(200), { maxLength: 6 }),
        text(200),
        fc.array(text(120), { minLength: 1, maxLength: 20 }),
        async (name, street, lastName, services) => {
          const reading = await read({
            structure: { name: `A ${name}`, siret: '12345678900011', addressLines: [...street, '66500 EUS'] },
            requester: { civility: 'mr', firstName: lastName, lastName },
            services,
          });
          expect(reading.pages).to.equal(1);
          expect(reading.text).to.include('7KQ2M-X4T9C');
          expect(inWindow(reading).at(-1)?.text.trim()).to.equal('66500 EUS');
          expectAddressInWindow(reading);
          const lowest = Math.max(...reading.runs.map(({ baseline }) => baseline));
          expect(lowest).to.be.lessThan(290);
          const closing = reading.runs.find((run) => run.text.includes('salutations distinguées'));
          expect(closing?.baseline).to.be.within(112, 282);
        },
      ),
      { numRuns: 40 },
    );
  });
});
