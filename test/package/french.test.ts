import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import ts from 'typescript';
import { filesIn } from '../../scripts/support/files.js';

/** Where French is written for people. */
const CATALOGUES = [
  ...filesIn('components/locales/fr', '.ts'),
  ...filesIn('demo/server/mail/locales', '.ts'),
  ...filesIn('demo/server/letter/locales', '.ts'),
];
const SCRIPTS = [...filesIn('demo/pages', '.ts'), ...filesIn('demo/qa', '.ts')];
const TEMPLATES = [...filesIn('components', '.ts'), ...filesIn('demo/server/mail', '.ts'), ...filesIn('demo/server/letter', '.ts')];
const PAGES = ['demo/index.html', ...filesIn('demo/pages', '.html'), ...filesIn('demo/qa', '.html')];

interface Piece {
  readonly file: string;
  /** A string, or what stands between the values of a template, as it is read. */
  readonly text: string;
}

/** Every literal of a file but names of modules and style sheets. All of them, so that no branch of a sentence goes unread. */
function piecesOf(file: string): Piece[] {
  const pieces: Piece[] = [];
  const read = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'css') return;
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      pieces.push({ file, text: node.text });
    }
    ts.forEachChild(node, read);
  };
  read(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
  return pieces;
}

/** What a page shows, without its markup and scripts. */
function shownOn(file: string): Piece[] {
  const html = readFileSync(file, 'utf8').replaceAll('&nbsp;', '\u00a0');
  return [...html.matchAll(/>([^<]+)</g)].map(([, text = '']) => ({ file, text }));
}

/** A sign or a quotation mark that may begin a line, or be left alone at the end of one. */
const LOOSE = /\p{L}?[ \t\n](?=[:;?!»](?:\s|$))|«(?!\u00a0)|(?<!\u00a0)»/u;

const show = ({ file, text }: Piece) => `${file}: ${text.trim()}`;

describe('French as people read it', () => {
  it('keeps its signs and quotation marks on the line of their word', () => {
    const sentences = [...CATALOGUES, ...SCRIPTS].flatMap(piecesOf);
    expect(sentences.filter(({ text }) => text.includes('\u00a0')).length).to.be.at.least(100);

    expect([...sentences, ...PAGES.flatMap(shownOn)].filter(({ text }) => LOOSE.test(text)).map(show)).to.deep.equal([]);
  });

  it('has no sign that a template would add in every language', () => {
    const pieces = TEMPLATES.filter((file) => !file.includes('/locales/')).flatMap(piecesOf);

    expect(pieces.filter(({ text }) => /^[ \u00a0]?:\s*$|[\p{L}>][ \u00a0][:;?!](?:\s|$)/u.test(text)).map(show)).to.deep.equal([]);
  });

  it('says "e-mail" of what is sent, and "adresse courriel" of where to', () => {
    const guide = /^Un email vous a été envoyé à$|^Il vous a été envoyé par email\b/;
    const words = [...CATALOGUES, ...SCRIPTS].flatMap(piecesOf).filter(({ text }) => text.includes(' '));

    expect([...words, ...PAGES.flatMap(shownOn)].filter(({ text }) => /\bemails?\b/i.test(text.replace(guide, ''))).map(show)).to.deep.equal([]);
    expect([...words, ...PAGES.flatMap(shownOn)].filter(({ text }) => /(?<!adresse )courriels?\b/i.test(text)).map(show)).to.deep.equal([]);
  });

  it('says which letters no code has in the same words on paper and on the screen', () => {
    const naming = CATALOGUES.flatMap(piecesOf).filter(({ text }) => /ne contient ni/.test(text));

    expect(naming.map(({ text }) => /ni I.*?(?=[.\u00a0])/.exec(text)?.[0])).to.deep.equal(Array(2).fill('ni I, ni L, ni O, ni U'));
  });
});
