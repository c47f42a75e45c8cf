import { expect } from 'chai';
import fc from 'fast-check';
import { describe, it } from 'node:test';
import { plainText, unlinked } from '../../../demo/server/mail/plain-text.js';
import { renderMail } from '../../../demo/server/mail/templates.js';
import { hostile, link, samples } from './samples.js';

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 1500 }),
  fc.constantFrom(...hostile),
  fc.tuple(fc.constantFrom(...hostile), fc.string({ unit: 'grapheme' })).map((parts) => parts.join(' ')),
);

const tags = (html: string) => html.match(/<[^>]*>/gu);
const lines = (text: string) => text.split('\n').length;
const renderAll = (typed: string) => samples(typed).map((sample) => renderMail(sample, 'fr'));
const harmless = renderAll('Durand');

/** What mail programs turn into links by themselves. */
const linkLike = /https?:\/\/\S+|www\.\p{L}\S*|[^\s@]+@[\p{L}\p{N}]\S*/gu;

describe('what people type, in mails', () => {
  it('adds no markup, line, header or link, whatever it is', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        renderAll(typed).forEach(({ subject, text, html }, index) => {
          expect(tags(html)).to.deep.equal(tags(harmless[index]?.html ?? ''));
          expect(html.replace(/<[^>]*>/gu, '')).not.to.match(/[<>"]/u);
          expect(lines(text)).to.equal(lines(harmless[index]?.text ?? ''));
          expect(text + html).not.to.match(/[\p{Cs}\u202A-\u202E\u2066\u2067]/u);
          expect(subject).not.to.match(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u);
          expect([...subject].length).to.be.at.most(150);
          for (const [found] of text.matchAll(linkLike)) expect(found).to.equal(link);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('is still read as it was typed when it is an ordinary name', () => {
    for (const name of ['Œuvrard-N’Diaye', 'D’ESSAI & FILS', 'S.A.R.L. MARTIGNY', 'Ελένη', 'Nguyễn']) {
      const [, , , , rendered] = renderAll(name);
      expect(rendered?.text).to.include(name.normalize('NFC'));
      expect(rendered?.subject).to.include(name.normalize('NFC'));
    }
  });

  it('does not pull a sentence out of order when it reads from right to left', () => {
    const { text, html } = renderMail(
      { template: 'sign_up_existing', civility: 'mr', lastName: 'שלום', signInUrl: link },
      'fr',
    );

    expect(text).to.include('Bonjour \u2068Monsieur שלום\u2069,');
    expect(html).to.include('<bdi>Monsieur שלום</bdi>');
  });

  it('is cut with an ellipsis when it is endless', () => {
    expect(plainText('a'.repeat(1_000_000), 10)).to.equal('aaaaaaaaa…');
    expect(plainText('é'.repeat(10), 10)).to.equal('é'.repeat(10));
  });

  it('keeps its dots readable while no link comes of them', () => {
    expect(unlinked('evil.example').replace(/\u200B/gu, '')).to.equal('evil.example');
    expect(unlinked('evil.example')).not.to.equal('evil.example');
    expect(unlinked('S.A.R.L. Dupuis. Fin.')).to.equal('S.A.R.L. Dupuis. Fin.');
  });
});
