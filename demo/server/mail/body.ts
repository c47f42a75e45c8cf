/** A sentence in pieces, so that what people typed can never pass for the catalogue's own words. */
export type Phrase = readonly (string | { typed: string })[];

/** Writes a phrase: the literal is the catalogue's, every value in it is treated as typed. */
export function say(sentence: TemplateStringsArray, ...values: readonly (string | number)[]): Phrase {
  return sentence.flatMap((own, index) => {
    const value = values[index];
    return value === undefined ? [own] : [own, { typed: String(value) }];
  });
}

/** A mail before it is text or HTML. */
export interface MailBody {
  subject: Phrase;
  parts: readonly Part[];
}

export type Part =
  | { kind: 'text'; phrase: Phrase }
  /** A code, alone on its line so that it is seen first and can be copied. */
  | { kind: 'code'; label: string; code: string }
  | { kind: 'facts'; rows: readonly (readonly [label: string, value: string])[] }
  /** Somebody's own words, shown as theirs. */
  | { kind: 'quote'; label: string; typed: string }
  /** The only links that a mail holds. */
  | { kind: 'link'; label: string; url: string };

/**
 * @throws {TypeError} unless it is a whole http or https address; a mail with another must not leave.
 */
export function webAddress(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol !== 'https:' && parsed?.protocol !== 'http:') throw new TypeError('mail_link_malformed');
  return parsed.href;
}
