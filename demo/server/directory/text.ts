const LIGATURES = new Map([['œ', 'oe'], ['æ', 'ae'], ['ß', 'ss'], ['ø', 'o'], ['ł', 'l']]);

/** Written in names, forgotten in searches, so they count in neither. */
const SMALL_WORDS = new Set(['d', 'de', 'du', 'des', 'l', 'la', 'le', 'les']);

const LONG_FORMS = new Map([['st', 'saint'], ['ste', 'sainte'], ['sts', 'saints'], ['stes', 'saintes']]);

/** Words that say what kind of body it is, and not which one. */
const KIND_WORDS = new Set([
  ...['commune', 'mairie', 'ville', 'cc', 'ca', 'cu', 'communaute', 'communes'],
  ...['agglomeration', 'urbaine', 'metropole'],
]);

/** What people call a body beside its official name, by legal category. */
const ALIASES = new Map([
  ['7210', ['mairie', 'ville']],
  ['7343', ['communaute', 'urbaine']],
  ['7346', ['communaute', 'communes']],
  ['7348', ['communaute', 'agglomeration']],
]);

function withoutAccents(text: string): string {
  return text
    .replace(/[œæßøł]/g, (letter) => LIGATURES.get(letter) ?? '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '');
}

/** The words of a text in small letters a–z and digits; accents and all the rest dropped. */
function plainWords(text: string): string[] {
  const small = text.toLowerCase();
  // The register writes without accents, and an import reads 40 million rows.
  return (/[^\0-\x7f]/.test(small) ? withoutAccents(small) : small).match(/[a-z0-9]+/g) ?? [];
}

/** Capitals without accents, as the register writes names and towns. */
export function registerCapitals(text: string): string {
  return text
    .replace(/[œŒ]/g, 'OE')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toUpperCase();
}

/** The words of a text that a search compares: plain, spelt out, small ones left out. */
export function significantWords(text: string): string[] {
  return plainWords(text)
    .filter((word) => !SMALL_WORDS.has(word))
    .map((word) => LONG_FORMS.get(word) ?? word);
}

/**
 * What names one body among its kind: "eus" for "COMMUNE D'EUS".
 * A search that says just this is an exact one.
 */
export function coreOf(words: readonly string[]): string {
  const core = words.filter((word) => !KIND_WORDS.has(word));
  // A commune is called Ville.
  return core.length > 0 ? core.join(' ') : (words.at(-1) ?? '');
}

/** All the words an establishment is found by, each once, space between. */
export function searchText(parts: readonly (string | null)[], legalCategory: string | null): string {
  const words = new Set<string>();
  for (const part of parts) {
    if (part !== null) for (const word of significantWords(part)) words.add(word);
  }
  for (const alias of ALIASES.get(legalCategory ?? '') ?? []) words.add(alias);
  return [...words].join(' ');
}
