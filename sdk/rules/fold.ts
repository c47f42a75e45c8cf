/** Latin letters that NFKD doesn't take apart. */
const LATIN: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };

/** UTF-16 units read; the longest name has 100 code points, an address 254 octets. */
const LIMIT = 1024;

/**
 * Small letters without accents, for comparing what people write in several
 * ways (`Lebœuf`, `LEBOEUF`). Other scripts stay. Only the first 1,024 units
 * are read.
 */
export function fold(value: string): string {
  return value
    .slice(0, LIMIT)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[œæßøłđı]/g, (letter) => LATIN[letter] ?? letter);
}
