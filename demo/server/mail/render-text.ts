import { webAddress, type MailBody, type Part, type Phrase } from './body.js';
import { plainText, unlinked } from './plain-text.js';

/** Longest of what somebody typed freely, code points. */
export const longestQuote = 1000;

/** Mail programs show some 70 characters; the rest only weighs. */
const longestSubject = 150;

export function subjectOf(body: MailBody): string {
  const line = body.subject.map((piece) => (typeof piece === 'string' ? piece : plainText(piece.typed))).join('').trim();
  const points = [...line];
  return points.length <= longestSubject ? line : `${points.slice(0, longestSubject - 1).join('').trimEnd()}…`;
}

/** The plain text alternative; paragraphs apart by an empty line. */
export function renderText(body: MailBody, { colon, footer }: { colon: string; footer: string }): string {
  return [...body.parts.map((part) => partText(part, colon)), `--\n${footer}`].join('\n\n') + '\n';
}

function partText(part: Part, colon: string): string {
  switch (part.kind) {
    case 'text':
      return phraseText(part.phrase);
    case 'code':
      return `${part.label}${colon} ${typed(part.code)}`;
    case 'facts':
      return part.rows.map(([label, value]) => `${label}${colon} ${typed(value)}`).join('\n');
    case 'quote':
      return `${part.label}${colon}\n> ${typed(part.typed, longestQuote)}`;
    case 'link':
      return `${part.label}${colon}\n${webAddress(part.url)}`;
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
