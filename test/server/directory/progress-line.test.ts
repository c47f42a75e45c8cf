import { expect } from 'chai';
import { describe, it } from 'node:test';
import { progressLine } from '../../../demo/server/directory/progress-line.js';

const start = { kind: 'establishments', at: 0, bytes: 100, rows: 1000 } as const;
const progress = { kind: 'establishments', bytesDone: 400, bytesTotal: 1000, rowsDone: 31_000, rowsRefused: 0 } as const;

describe('the progress of an import', () => {
  it('tells the person who waits how far, how fast and how long, from where this run began', () => {
    const line = progressLine(progress, start, 10_000);

    expect(line).to.equal('establishments  40 %  31,000 rows  3,000/s  20 s left');
  });

  it('tells long waits in minutes and hours', () => {
    expect(progressLine(progress, start, 300_000)).to.contain('10 min left');
    expect(progressLine(progress, start, 3_000_000)).to.contain('1 h 40 min left');
  });

  it('tells how many rows were refused', () => {
    expect(progressLine({ ...progress, rowsRefused: 12 }, start, 10_000)).to.contain('12 refused');
  });

  it('promises no time before anything was read', () => {
    expect(progressLine({ ...progress, bytesDone: 100, rowsDone: 1000 }, start, 0)).to.equal('establishments  10 %  1,000 rows  0/s');
  });
});
