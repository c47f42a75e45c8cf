import { extractText, getDocumentProxy } from 'unpdf';
import type { LetterContent } from '../../../demo/server/letter/letter-pdf.js';

/** A letter to a small town hall, with what a test changes put over it. */
export function letter(changes: Partial<LetterContent> = {}): LetterContent {
  return {
    locale: 'fr',
    reference: '0193f1c2-7a44-7bd1-9c55-3e2f6f0a8b11',
    structure: { name: 'COMMUNE D’ESSAI', siret: '12345678900011', addressLines: ['1 place de la Mairie', '66500 EUS'] },
    requester: { civility: 'mrs', firstName: 'Anne-Sophie', lastName: 'Œuvrard' },
    services: ['Encours', 'Documents'],
    code: '7KQ2MX4T9C',
    sentOn: new Date('2026-11-23T10:00:00Z'),
    expiresOn: new Date('2026-12-31T23:30:00Z'),
    portalUrl: 'https://portail.example/',
    contact: { name: 'Service d’essai', phone: '+33 1 99 00 12 34' },
    ...changes,
  };
}

export interface Reading {
  pages: number;
  /** Points. */
  width: number;
  height: number;
  title: string;
  lang: string;
  /** Everything in reading order, blanks made single. */
  text: string;
  /** Each printed run, its left end and baseline in millimetres from the sheet's top left. */
  runs: { text: string; left: number; right: number; baseline: number }[];
  /** Kinds of the structure tree's nodes, for screen readers. */
  tags: string[];
}

const millimetres = (points: number) => (points * 25.4) / 72;

/** Reads a letter as a stranger's program would. */
export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  const pdf = await getDocumentProxy(bytes.slice());
  const page = await pdf.getPage(1);
  const { width, height } = page.getViewport({ scale: 1 });
  const { text } = await extractText(pdf, { mergePages: true });
  const content = await page.getTextContent();
  const runs = content.items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const x = Number(item.transform[4]);
    const y = Number(item.transform[5]);
    const [left, right, baseline] = [x, x + item.width, height - y].map(millimetres);
    return [{ text: item.str, left: left ?? NaN, right: right ?? NaN, baseline: baseline ?? NaN }];
  });
  const { info } = (await pdf.getMetadata()) as { info: { Title?: string; Language?: string } };
  const tags: string[] = [];
  collect(await page.getStructTree(), tags);
  return {
    pages: pdf.numPages,
    width,
    height,
    title: info.Title ?? '',
    lang: info.Language ?? '',
    text: text.replace(/\s+/gu, ' '),
    runs,
    tags,
  };
}

function collect(node: unknown, into: string[]): void {
  if (typeof node !== 'object' || node === null) return;
  if ('role' in node) into.push(String(node.role));
  if ('children' in node && Array.isArray(node.children)) for (const child of node.children) collect(child, into);
}
