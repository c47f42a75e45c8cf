/** What both engines can be asked, inside a transaction or not. */
export interface Sql {
  /** Runs one statement with `$1`-style values and returns its rows. `bigint` and `count(*)` come as numbers, `timestamptz` as `Date`, `jsonb` as values. */
  query<Row = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Runs a script of several statements without values. */
  exec(script: string): Promise<void>;
}

/** One database: PGlite in a folder or in memory, or a PostgreSQL server. */
export interface Database extends Sql {
  readonly engine: 'pglite' | 'postgres';
  /** Commits when `work` returns, rolls back when it throws. Never nest: on PGlite an inner one waits for ever. */
  transaction<T>(work: (tx: Sql) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
