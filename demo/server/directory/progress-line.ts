import type { ImportProgress } from './sirene-import.js';

const LABELS: Record<ImportProgress['kind'], string> = {
  units: 'legal units',
  establishments: 'establishments',
  indexes: 'building indexes, which takes a few minutes',
};

/** What the speed of one file is measured from: where this run took it up. */
export interface ProgressStart {
  kind: ImportProgress['kind'];
  /** Milliseconds. */
  at: number;
  bytes: number;
  rows: number;
}

function timeLeft(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s left`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min left` : `${Math.floor(minutes / 60)} h ${minutes % 60} min left`;
}

/**
 * One line about how far an import is: "establishments  42 %  16,800,000 rows  51,000/s  8 min left".
 *
 * @param now - Milliseconds, on the clock of `start.at`.
 */
export function progressLine(progress: ImportProgress, start: ProgressStart, now: number): string {
  const label = LABELS[progress.kind];
  if (progress.kind === 'indexes') return label;
  const number = (value: number) => Math.round(value).toLocaleString('en');
  const seconds = Math.max(now - start.at, 1) / 1000;
  const bytes = progress.bytesDone - start.bytes;
  const parts = [
    label,
    `${Math.floor((100 * progress.bytesDone) / Math.max(progress.bytesTotal, 1))} %`,
    `${number(progress.rowsDone)} rows`,
    `${number((progress.rowsDone - start.rows) / seconds)}/s`,
  ];
  if (bytes > 0) parts.push(timeLeft(((progress.bytesTotal - progress.bytesDone) * seconds) / bytes));
  if (progress.rowsRefused > 0) parts.push(`${number(progress.rowsRefused)} refused`);
  return parts.join('  ');
}
