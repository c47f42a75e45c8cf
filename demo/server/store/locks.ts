/**
 * Part of a query that lets one transaction at a time, over all processes, work on a thing; let go at the transaction's end.
 *
 * @param name - SQL for the name of what is worked on, as `$1`.
 */
export function lockSql(name: string): string {
  return `pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
}
