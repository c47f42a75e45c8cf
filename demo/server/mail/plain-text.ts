/**
 * Makes one harmless line of what somebody typed, for a mail, a subject or a page.
 *
 * Line breaks and other controls become one space; what is invisible and steers the
 * reading (bidi overrides, zero-width characters, tags) goes; lone surrogates become U+FFFD.
 *
 * @param longest - In code points; the rest is cut and an ellipsis says so.
 */
export function plainText(value: string, longest = 300): string {
  const flat = value
    .replace(/\p{Cs}/gu, '\uFFFD')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const points = [...flat];
  return points.length <= longest ? flat : `${points.slice(0, longest - 1).join('').trimEnd()}…`;
}

/**
 * Keeps a mail program from turning typed text into a link: a zero-width space after each
 * dot, colon or at sign that such programs look for. Abbreviations like S.A.R.L. stay as they are.
 */
export function unlinked(value: string): string {
  return value
    .replace(/(?<=[\p{L}\p{N}])([.。．｡])(?=[\p{L}\p{N}]{2})/gu, '$1\u200B')
    .replace(/:(?=\/\/)/gu, ':\u200B')
    .replace(/@/gu, '@\u200B');
}
