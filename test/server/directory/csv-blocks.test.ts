import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { csvBlocks, csvHeader, parseCsv } from '../../../demo/server/directory/csv-blocks.js';

const field = fc.string({ unit: fc.constantFrom('a', 'É', ' ', '"', ',', '\n', '\r\n', '中'), maxLength: 8 });

function written(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

describe('reading a register file', () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'csv-'));
  });
  after(() => rm(folder, { recursive: true }));

  const file = async (text: string): Promise<string> => {
    const path = join(folder, 'file.csv');
    await writeFile(path, text);
    return path;
  };

  it('reads the same fields as another reader, whatever they hold', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(field, field, fc.constant('x')), { minLength: 1 }), fc.constantFrom('\n', '\r\n'), (rows, newline) => {
        const text = rows.map((row) => row.map(written).join(',') + newline).join('');
        expect(parseCsv(text)).to.deep.equal(parse(text, { relax_column_count: true }));
      }),
    );
  });

  it('reads a file larger than a block whole, from any place where a block ended', async () => {
    const rows = Array.from({ length: 60_000 }, (_, index) => [String(index), index % 7 ? 'RUE DE LA GARE' : 'a "b",\nÉ', 'é'.repeat(index % 40)]);
    const path = await file(rows.map((row) => row.map(written).join(',') + '\n').join(''));

    const blocks = [];
    for await (const block of csvBlocks(path)) blocks.push(block);

    expect(blocks.length).to.be.greaterThan(2);
    expect(blocks.flatMap(({ records }) => records)).to.deep.equal(rows);
    const again = [];
    for await (const block of csvBlocks(path, blocks[1]?.end)) again.push(block);
    expect(again).to.deep.equal(blocks.slice(2));
  });

  it('reads a last line without its newline, and drops the mark some programs put first', async () => {
    const path = await file('\ufeffsiren,nom\n1,a\n2,b');

    expect(await csvHeader(path)).to.deep.equal(['siren', 'nom']);
    const records = [];
    for await (const block of csvBlocks(path)) records.push(...block.records);
    expect(records).to.deep.equal([['siren', 'nom'], ['1', 'a'], ['2', 'b']]);
  });

  it('finds no column in an empty file', async () => {
    expect(await csvHeader(await file(''))).to.deep.equal([]);
  });

  it('gives up on a quote that never closes instead of filling the memory', async () => {
    const path = await file(`"${'x'.repeat(20 << 20)}`);

    const failure = await csvHeader(path).catch((error: Error) => error);

    expect(failure).to.be.instanceOf(Error);
    expect(String(failure)).to.contain('a quote never closes');
  });
});
