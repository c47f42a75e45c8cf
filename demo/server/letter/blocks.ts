import { mm } from './millimetres.js';
import type { Face } from './fonts.js';

/** A piece of the letter's body, from top to bottom. */
export type Block =
  | { kind: 'heading' | 'object' | 'paragraph'; text: string }
  | { kind: 'facts'; rows: readonly (readonly [label: string, value: string])[] }
  | { kind: 'code'; label: string; code: string; notes: readonly string[] };

export const left = mm(22);
export const width = mm(210 - 2 * 22);
export const ink = '#1b2430';
export const accent = '#12515b';
const paper = '#f1f5f5';

type Doc = PDFKit.PDFDocument;

/** One text of the page: where it stands, points, and in what. */
interface Print {
  text: string;
  x: number;
  y: number;
  width: number;
  face: Face;
  size: number;
  colour?: string;
  spacing?: number;
  align?: 'left' | 'right' | 'center';
}

/** Prints and returns the height taken, points. */
export function print(doc: Doc, { text, x, y, width: w, face, size, colour = ink, spacing = 0, align = 'left' }: Print): number {
  doc.font(face).fontSize(size).fillColor(colour);
  const options = { width: w, align, lineGap: size * lineGap, characterSpacing: spacing };
  doc.text(text, x, y, options);
  return doc.heightOfString(text, options);
}

/** Extra between lines, in parts of the font size. */
const lineGap = 0.14;

/** Space above a block, in parts of the font size. */
const above: Record<Block['kind'], number> = { object: 0, heading: 1.1, paragraph: 0.7, facts: 0.9, code: 1.1 };
/** The code is read aloud and copied by hand: never less than this, points. */
const codeSize = 23;
const labelWidth = mm(38);
const padding = mm(3.5);

/** Height of a block with the space above it, points. */
export function heightOf(doc: Doc, block: Block, size: number): number {
  return above[block.kind] * size + inner(doc, block, size);
}

function inner(doc: Doc, block: Block, size: number): number {
  switch (block.kind) {
    case 'heading':
    case 'object':
      return measure(doc, block.text, width, 'strong', size);
    case 'paragraph':
      return measure(doc, block.text, width, 'text', size);
    case 'facts':
      return block.rows.reduce((sum, [, value]) => sum + rowHeight(doc, value, size), 0);
    case 'code':
      return (
        2 * padding +
        measure(doc, block.label, width, 'strong', size) +
        codeSize * 1.35 +
        block.notes.reduce((sum, note) => sum + measure(doc, note, width - 2 * padding, 'text', size), 0)
      );
  }
}

function measure(doc: Doc, text: string, w: number, face: Face, size: number): number {
  return doc.font(face).fontSize(size).heightOfString(text, { width: w, lineGap: size * lineGap });
}

function rowHeight(doc: Doc, value: string, size: number): number {
  return measure(doc, value, width - labelWidth, 'strong', size) + size * 0.25;
}

/**
 * Draws a block below `top`, tagged for screen readers.
 *
 * @returns The block's lower edge, points from the sheet's top.
 */
export function drawBlock(doc: Doc, parent: PDFKit.PDFStructureElement, block: Block, top: number, size: number): number {
  const y = top + above[block.kind] * size;
  const tagged = (tag: string, draw: () => void) => parent.add(doc.struct(tag, {}, draw));
  switch (block.kind) {
    case 'object':
      tagged('H1', () => print(doc, { text: block.text, x: left, y, width, face: 'strong', size }));
      break;
    case 'heading':
      tagged('H2', () => print(doc, { text: block.text, x: left, y, width, face: 'strong', size, colour: accent }));
      break;
    case 'paragraph':
      tagged('P', () => print(doc, { text: block.text, x: left, y, width, face: 'text', size }));
      break;
    case 'facts':
      drawFacts(doc, tagged, block.rows, y, size);
      break;
    case 'code':
      drawCode(doc, tagged, block, y, size);
  }
  return y + inner(doc, block, size);
}

type Tagged = (tag: string, draw: () => void) => void;

function drawFacts(doc: Doc, tagged: Tagged, rows: readonly (readonly [string, string])[], top: number, size: number): void {
  let y = top;
  for (const [label, value] of rows) {
    const at = y;
    tagged('P', () => {
      print(doc, { text: `${label} `, x: left, y: at, width: labelWidth, face: 'text', size });
      print(doc, { text: value, x: left + labelWidth, y: at, width: width - labelWidth, face: 'strong', size });
    });
    y += rowHeight(doc, value, size);
  }
}

function drawCode(doc: Doc, tagged: Tagged, block: Extract<Block, { kind: 'code' }>, top: number, size: number): void {
  const height = inner(doc, block, size);
  decorate(doc, () => {
    doc.roundedRect(left, top, width, height, mm(1.5)).fillAndStroke(paper, accent);
  });
  const x = left + padding;
  const w = width - 2 * padding;
  let y = top + padding;
  tagged('P', () => {
    y += print(doc, { text: `${block.label} `, x, y, width: w, face: 'text', size, align: 'center' });
    print(doc, { text: block.code, x, y, width: w, face: 'mono', size: codeSize, spacing: 2, align: 'center' });
    y += codeSize * 1.35;
    for (const note of block.notes) {
      y += print(doc, { text: note, x, y, width: w, face: 'text', size, align: 'center' });
    }
  });
}

/** Marks what a screen reader must pass over. */
export function decorate(doc: Doc, draw: () => void): void {
  doc.markContent('Artifact', { type: 'Layout' });
  doc.lineWidth(0.7);
  draw();
  doc.endMarkedContent();
}
