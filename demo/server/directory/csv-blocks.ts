import { open } from 'node:fs/promises';

const NEWLINE = 0x0a;
const QUOTE = 0x22;
const BLOCK_BYTES = 1 << 20;

/** A record that is longer than this has a quote that never closes. */
const LONGEST_RECORD = 16 << 20;

/** Some thousands of whole records, and where to go on after them. */
interface CsvBlock {
  records: string[][];
  /** Byte after the last record, from the start of the file. */
  end: number;
}

function quotesBetween(bytes: Buffer, start: number, end: number): number {
  let count = 0;
  for (let at = bytes.indexOf(QUOTE, start); at !== -1 && at < end; at = bytes.indexOf(QUOTE, at + 1)) count += 1;
  return count;
}

/** Where the last whole record ends; 0 when there is none. A newline between quotes has an odd number of them before it. */
function lastRecordEnd(bytes: Buffer): number {
  let end = bytes.lastIndexOf(NEWLINE);
  if (end === -1) return 0;
  let quotes = quotesBetween(bytes, 0, end);
  while (quotes % 2 === 1) {
    const before = end === 0 ? -1 : bytes.lastIndexOf(NEWLINE, end - 1);
    if (before === -1) return 0;
    quotes -= quotesBetween(bytes, before, end);
    end = before;
  }
  return end + 1;
}

/** Reads one record of a text with quotes, from a place on; returns the place after it. */
function readQuoted(text: string, start: number, record: string[]): number {
  let at = start;
  for (;;) {
    let field = '';
    if (text[at] === '"') {
      for (;;) {
        const close = text.indexOf('"', at + 1);
        field += text.slice(at + 1, close === -1 ? text.length : close);
        at = close === -1 ? text.length : close + 1;
        if (text[at] !== '"') break;
        field += '"';
      }
    }
    const rest = /[,\n]/g;
    rest.lastIndex = at;
    const stop = rest.exec(text)?.index ?? text.length;
    record.push(field + text.slice(at, stop).replace(/\r$/, ''));
    if (text[stop] !== ',') return stop + 1;
    at = stop + 1;
  }
}

/** Reads whole records, RFC 4180; empty lines are left out. */
export function parseCsv(text: string): string[][] {
  const records: string[][] = [];
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(at, text[end - 1] === '\r' && end > at ? end - 1 : end);
    if (line === '') {
      at = end + 1;
    } else if (line.includes('"')) {
      const record: string[] = [];
      at = readQuoted(text, at, record);
      records.push(record);
    } else {
      records.push(line.split(','));
      at = end + 1;
    }
  }
  return records;
}

/**
 * Reads a CSV file of any size in blocks of about 1 MiB.
 *
 * Written here because going on where an import stopped needs the byte at
 * which each record ends, and 50 columns a row need a quick split.
 *
 * @param start - The `end` of an earlier block, or 0.
 * @throws {Error} when a quote never closes.
 */
export async function* csvBlocks(file: string, start = 0): AsyncGenerator<CsvBlock> {
  const handle = await open(file);
  try {
    let pending: Buffer = Buffer.alloc(0);
    let position = start;
    for (;;) {
      const chunk = Buffer.allocUnsafe(BLOCK_BYTES);
      const { bytesRead } = await handle.read(chunk, 0, BLOCK_BYTES, position + pending.length);
      const bytes = Buffer.concat([pending, chunk.subarray(0, bytesRead)]);
      const end = bytesRead === 0 ? bytes.length : lastRecordEnd(bytes);
      if (end > 0) {
        const text = bytes.toString('utf8', 0, end);
        const records = parseCsv(position === 0 ? text.replace(/^\ufeff/, '') : text);
        position += end;
        yield { records, end: position };
      }
      if (bytesRead === 0) return;
      pending = bytes.subarray(end);
      if (pending.length > LONGEST_RECORD) throw new Error(`a quote never closes after byte ${position} of ${file}`);
    }
  } finally {
    await handle.close();
  }
}

/** The column names of a file. */
export async function csvHeader(file: string): Promise<string[]> {
  for await (const { records } of csvBlocks(file)) return records[0] ?? [];
  return [];
}
