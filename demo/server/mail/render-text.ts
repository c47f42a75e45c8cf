import { webAddress, type MailBody, type Part, type Phrase } from './body.js';
import { plainText, unlinked } from './plain-text.js';

/** Longest of what somebody typed freely, code points. */
export const longestQuote = 1000;

/** Mail programs show some 70 characters; the rest only weighs. */
const longestSubject = 150;

export function subjectOf(body: MailBody): string {
  const line = body.subject.map((piece) => (typeof piece === 'string' ? piece : piece.typed)).join('');
  return plainText(line, longestSubject);
}

/** The plain text alternative; paragraphs apart by an empty line. */
export function renderText(body: MailBody, footer: string): string {
  return [...body.parts.map(partText), `--\n${footer}`].join('\n\n') + '\n';
}

function partText(part: Part): string {
  switch (part.kind) {
    case 'text':
      return phraseText(part.phrase);
    case 'code':
      return `${part.label} : ${typed(part.code)}`;
    case 'facts':
      return part.rows.map(([label, value]) => `${label} : ${typed(value)}`).join('\n');
    case 'quote':
      return `${part.label} :\n> ${typed(part.typed, longestQuote)}`;
    case 'link':
      return `${part.label} :\n${webAddress(part.url)}`;
  }
}

function phraseText(phrase: Phrase): string {
  return phrase.map((piece) => (typeof piece === 'string' ? piece : typed(piece.typed))).join('');
}

const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u;

/** Right-to-left text is set apart, or it would pull the punctuation and digits around it out of place. */
function typed(value: string, longest?: number): string {
  const plain = unlinked(plainText(value, longest));
  return rightToLeft.test(plain) ? `\u2068${plain}\u2069` : plain;
}
