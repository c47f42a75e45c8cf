import { webAddress, type MailBody, type Part, type Phrase } from './body.js';
import { plainText, unlinked } from './plain-text.js';
import { longestQuote } from './render-text.js';

const font = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif";
const accent = '#12515b';

/**
 * The HTML alternative: tables, inline styles, nothing loaded from elsewhere. Colours of text and
 * ground are left to the mail program, so that its dark mode holds; the button brings both of its own.
 */
export function renderHtml(body: MailBody, words: { lang: string; colon: string; footer: string }, subject: string): string {
  const rows = body.parts.map((part) => `<tr><td style="padding:0 0 18px">${partHtml(part, words.colon)}</td></tr>`).join('\n');
  return `<!DOCTYPE html>
<html lang="${escapeHtml(words.lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">
<title>${escapeHtml(subject)}</title>
</head>
<body style="margin:0;padding:0">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
<tr><td align="center" style="padding:24px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;text-align:left;${font};font-size:16px;line-height:1.5">
${rows}
<tr><td style="padding:14px 0 0;border-top:1px solid #8a979a;font-size:14px">${escapeHtml(words.footer)}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}

function partHtml(part: Part, colon: string): string {
  switch (part.kind) {
    case 'text':
      return phraseHtml(part.phrase);
    case 'code':
      return `${escapeHtml(part.label + colon)}<br><strong style="font-family:Consolas,Menlo,monospace;font-size:30px;letter-spacing:4px">${typed(part.code)}</strong>`;
    case 'facts':
      return `<table cellpadding="0" cellspacing="0" border="0" style="${font};font-size:16px;line-height:1.5">${part.rows.map(factHtml).join('')}</table>`;
    case 'quote':
      return `${escapeHtml(part.label + colon)}<blockquote style="margin:8px 0 0;padding:0 0 0 14px;border-left:3px solid #8a979a">${typed(part.typed, longestQuote)}</blockquote>`;
    case 'link':
      return linkHtml(part.label, escapeHtml(webAddress(part.url)));
  }
}

function factHtml([label, value]: readonly [string, string]): string {
  const style = 'padding:2px 16px 2px 0;vertical-align:top;text-align:left';
  return `<tr><th scope="row" style="${style};font-weight:normal">${escapeHtml(label)}</th><td style="${style}"><strong>${typed(value)}</strong></td></tr>`;
}

/** The address stands below the button for programs that draw none, and for people who check where they go. */
function linkHtml(label: string, href: string): string {
  return (
    `<a href="${href}" style="display:inline-block;padding:11px 20px;border-radius:4px;background:${accent};color:#ffffff;text-decoration:none;font-weight:bold">${escapeHtml(label)}</a>` +
    `<div style="padding-top:8px;font-size:14px;word-break:break-all">${href}</div>`
  );
}

function phraseHtml(phrase: Phrase): string {
  return phrase.map((piece) => (typeof piece === 'string' ? escapeHtml(piece) : typed(piece.typed))).join('');
}

/** `bdi` keeps right-to-left text from reordering the sentence around it. */
function typed(value: string, longest?: number): string {
  return `<bdi>${escapeHtml(unlinked(plainText(value, longest)))}</bdi>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => entities[character] ?? '');
}
