import PDFDocument from 'pdfkit';
import type { Locale } from '../mail/locale.js';
import { layOutAddress } from './address-block.js';
import { accent, decorate, drawBlock, heightOf, left, print, width, type Block } from './blocks.js';
import { bodyOf, plainContent } from './body.js';
import { registerFonts } from './fonts.js';
import type { LetterContent } from './letter-content.js';
import { fr, type LetterCatalogue } from './locales/fr.js';
import { mm } from './millimetres.js';
import { always, foldTop, textLeft, textWidth } from './window.js';

export type { LetterContent } from './letter-content.js';

const catalogues: Record<Locale, LetterCatalogue> = { fr };

/** Between the window's zone and the footer, points from the sheet's top. */
const body = { top: mm(112), bottom: mm(279) } as const;

/** Font sizes tried in turn until the body holds on the page, points. */
const sizes = [10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6] as const;

/**
 * Draws the activation letter: one A4 page, tagged, its fonts embedded, the address in the place
 * of a French window envelope's. The same content gives the same bytes, so that a letter drawn
 * again after a crash is the same letter.
 *
 * @throws {RangeError} when the code isn't 10 characters of Crockford's base 32.
 */
export async function renderLetter(content: LetterContent): Promise<Uint8Array> {
  const words = catalogues[content.locale];
  const letter = plainContent(content);
  const blocks = bodyOf(letter, words);
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: words.lang,
    font: '',
    info: { Title: words.title(letter.structure.name), Author: letter.contact.name, CreationDate: letter.sentOn },
  });
  const bytes = collect(doc);
  registerFonts(doc);
  const root = doc.struct('Document');
  doc.addStructure(root);
  drawHead(doc, root, letter, words);
  drawAddress(doc, root, letter, words);
  drawBody(doc, root, blocks);
  drawFoot(doc, root, letter, words);
  root.end();
  doc.end();
  return bytes;
}

type Doc = PDFKit.PDFDocument;
type Root = PDFKit.PDFStructureElement;

function drawHead(doc: Doc, root: Root, letter: LetterContent, words: LetterCatalogue): void {
  decorate(doc, () => doc.rect(left, mm(15), mm(1.6), mm(12)).fill(accent));
  const x = left + mm(5);
  root.add(
    doc.struct('P', {}, () => {
      print(doc, { text: `${letter.contact.name} `, x, y: mm(15.2), width: mm(150), face: 'strong', size: 13, colour: accent });
      print(doc, { text: words.letterhead, x, y: mm(22), width: mm(150), face: 'text', size: 9.5 });
    }),
  );
}

function drawAddress(doc: Doc, root: Root, letter: LetterContent, words: LetterCatalogue): void {
  const { name, addressLines } = letter.structure;
  const measure = (text: string, size: number) => doc.font('text').fontSize(size).widthOfString(text);
  const block = layOutAddress(words.recipient, name, addressLines, measure);
  root.add(
    doc.struct('P', {}, () => {
      block.lines.forEach((text, index) => {
        const y = always.top + index * block.leading;
        doc.font('text').fontSize(block.size).fillColor('#000000');
        doc.text(`${text} `, textLeft, y, { lineBreak: false });
      });
    }),
  );
  root.add(
    doc.struct('P', {}, () => {
      print(doc, { text: words.sentOn(letter.sentOn), x: textLeft, y: mm(100), width: textWidth, face: 'text', size: 9.5 });
    }),
  );
  root.add(
    doc.struct('P', {}, () => {
      const text = `${words.reference}${words.colon} ${letter.reference}`;
      print(doc, { text, x: left, y: mm(100), width: textLeft - left - mm(5), face: 'text', size: 8 });
    }),
  );
  decorate(doc, () => doc.moveTo(mm(4), foldTop).lineTo(mm(8), foldTop).stroke('#9aa5a8'));
}

function drawBody(doc: Doc, root: Root, blocks: readonly Block[]): void {
  const room = body.bottom - body.top;
  const height = (size: number) => blocks.reduce((sum, block) => sum + heightOf(doc, block, size), 0);
  const size = sizes.find((each) => height(each) <= room) ?? 6;
  let y: number = body.top;
  for (const block of blocks) y = drawBlock(doc, root, block, y, size);
}

function drawFoot(doc: Doc, root: Root, letter: LetterContent, words: LetterCatalogue): void {
  decorate(doc, () => doc.moveTo(left, mm(282)).lineTo(left + width, mm(282)).stroke('#c3cccd'));
  root.add(
    doc.struct('P', {}, () => {
      print(doc, { text: words.footer, x: left, y: mm(283.5), width, face: 'text', size: 7.5, align: 'center' });
    }),
  );
}

function collect(doc: Doc): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on('error', reject);
  });
}
