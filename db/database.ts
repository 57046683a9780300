import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { sturdyPool } from './pool';
import type { Database } from './schema';

export type Db = Kysely<Database>;
export type Trx = Transaction<Database>;

const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;

/** int8 becomes a number (our money fits), a date stays text, an instant becomes ISO text in UTC. */
const types = new pg.TypeOverrides();
types.setTypeParser(INT8, safeInteger);
types.setTypeParser(DATE, (text: string) => text);
types.setTypeParser(TIMESTAMPTZ, (text: string) => new Date(text).toISOString());

/** @throws RangeError rather than losing cents beyond 2^53 */
function safeInteger(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError('an int8 beyond 2^53 cannot be read as a number');
  return number;
}

export interface DatabaseOptions {
  maxConnectionCount?: number;
  /** how long a statement may take before its connection is given up */
  queryTimeoutMs?: number;
}

/**
 * Opens a pool. A database that cannot be reached fails quickly, so that nobody hangs on it.
 * @param url `postgres://…`
 */
export function openDatabase(url: string, options: DatabaseOptions = {}): Db {
  const { maxConnectionCount = 10, queryTimeoutMs = 10_000 } = options;
  const pool = sturdyPool({
    connectionString: url,
    max: maxConnectionCount,
    connectionTimeoutMillis: 1_500,
    query_timeout: queryTimeoutMs,
    keepAlive: true,
    types,
  });
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}
