import { always, longestLine, textWidth } from './window.js';

/** Points that a text takes at a font size. */
export type Measure = (text: string, size: number) => number;

export interface AddressBlock {
  /** At most seven lines; each fits the window's width at `size`. */
  lines: string[];
  /** Font size, points. */
  size: number;
  /** From one baseline to the next, points. */
  leading: number;
}

/** Six lines is La Poste's rule; the seventh takes a structure's second name line and still shows. */
const mostLines = 7;
/** Points; sorting machines want 9 to 12. */
const sizes = [10, 9.5, 9] as const;
const smallest = 9;

/**
 * Lays the recipient out: who, the structure, its address. Long lines are wrapped between
 * words, then printed smaller; what still doesn't fit is cut with an ellipsis, in the name first,
 * and never the last line, since the postcode and town bring the letter there.
 */
export function layOutAddress(
  recipient: string,
  name: string,
  address: readonly string[],
  measure: Measure,
): AddressBlock {
  const street = address.slice(0, -1);
  const town = address.slice(-1);
  for (const size of sizes) {
    const fits = (line: string) => [...line].length <= longestLine && measure(line, size) <= textWidth;
    const lines = [recipient, name, ...street, ...town].flatMap((line) => wrap(line, fits));
    const tidy = block(lines, size);
    if (lines.length <= mostLines && tidy.leading >= size) return tidy;
  }
  return block(squeeze(recipient, name, street, town, measure), smallest);
}

/** Gives each line of the address its place before the name's second line, and prefers the last ones, nearest the door. */
function squeeze(
  recipient: string,
  name: string,
  street: readonly string[],
  town: readonly string[],
  measure: Measure,
): string[] {
  const fits = (line: string) => [...line].length <= longestLine && measure(line, smallest) <= textWidth;
  const names = keep(wrap(name, fits), street.length < 4 ? 2 : 1, fits);
  const room = mostLines - 1 - names.length - town.length;
  const wrapped = street.flatMap((line) => wrap(line, fits));
  const roads = wrapped.length <= room ? wrapped : street.slice(-room).map((line) => cut(line, fits));
  const last = town.map((line) => cut(line, (text) => measure(text, smallest) <= textWidth));
  return [...keep(wrap(recipient, fits), 1, fits), ...names, ...roads, ...last];
}

/** The first `most` lines; the last of them ends in an ellipsis when others were left out. */
function keep(lines: string[], most: number, fits: (line: string) => boolean): string[] {
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  return [...kept.slice(0, -1), cut(`${kept.at(-1) ?? ''} …`, fits)];
}

function cut(line: string, fits: (line: string) => boolean): string {
  if (fits(line)) return line;
  const points = [...line.replace(/ ?…$/u, '')];
  while (points.length > 0 && !fits(`${points.join('').trimEnd()}…`)) points.pop();
  return `${points.join('').trimEnd()}…`;
}

function wrap(text: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = fits(word) ? [word] : breakWord(word, fits);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  return line === '' ? lines : [...lines, line];
}

function breakWord(word: string, fits: (line: string) => boolean): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const point of word) {
    if (piece !== '' && !fits(piece + point)) {
      pieces.push(piece);
      piece = '';
    }
    piece += point;
  }
  return [...pieces, piece];
}

/** Height of DejaVu's tallest accents above the baseline and of its tails below, in parts of the size. */
const extent = 0.93 + 0.24;

function block(lines: string[], size: number): AddressBlock {
  const room = always.bottom - always.top - extent * size;
  return { lines, size, leading: Math.min(size * 1.25, room / Math.max(1, lines.length - 1)) };
}
