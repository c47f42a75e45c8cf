/** One step of the schema; the same SQL on PGlite and PostgreSQL 15. */
export interface Migration {
  /** Never changed once released: it is how a database remembers the step. */
  readonly id: string;
  /** One or more statements without values. */
  readonly sql: string;
}
