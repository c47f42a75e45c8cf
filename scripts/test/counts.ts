/** What came of one part of the tests. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  /** Of the skipped, those that had no PostgreSQL to run on. */
  withoutPostgres: number;
}

export const none: Readonly<Counts> = { passed: 0, failed: 0, skipped: 0, withoutPostgres: 0 };

export function add(one: Counts, other: Counts): Counts {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
    withoutPostgres: one.withoutPostgres + other.withoutPostgres,
  };
}

/** The line that a test run and the checks end with. */
export function summary({ passed, failed, skipped }: Pick<Counts, 'passed' | 'failed' | 'skipped'>): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
