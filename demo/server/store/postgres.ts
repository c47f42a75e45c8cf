import pg from 'pg';
import type { Database, Sql } from './database.js';

const INT8 = 20;

/** Longest wait for a connection, in milliseconds, a free one of the pool included. */
const CONNECT_WITHIN = 20_000;

function overClient(client: pg.Pool | pg.PoolClient): Sql {
  return {
    async query<Row>(text: string, values?: readonly unknown[]) {
      const result = await client.query(text, values as unknown[] | undefined);
      return result.rows as Row[];
    },
    async exec(script) {
      await client.query(script);
    },
  };
}

/** Opens a pool on a PostgreSQL server, 15 or later. */
export function openPostgres(url: string, poolSize = 10): Database {
  const types = new pg.TypeOverrides();
  // PGlite gives numbers here; the same code must see the same on both.
  types.setTypeParser(INT8, Number);
  const pool = new pg.Pool({ connectionString: url, max: poolSize, types, connectionTimeoutMillis: CONNECT_WITHIN });
  // A server restart kills idle connections; the next query opens a new one.
  pool.on('error', () => {});
  return {
    engine: 'postgres',
    ...overClient(pool),
    async transaction(work) {
      const client = await pool.connect();
      let broken: Error | undefined;
      // A connection that is cut while nothing is asked says so by an event, which would end the process if nobody listened.
      const onError = (error: Error) => {
        broken = error;
      };
      client.on('error', onError);
      try {
        await client.query('BEGIN');
        const result = await work(overClient(client));
        await client.query('COMMIT');
        return result;
      } catch (error) {
        await client.query('ROLLBACK').catch((failure: Error) => {
          broken = failure;
        });
        throw error;
      } finally {
        client.off('error', onError);
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}
