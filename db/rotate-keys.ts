import { escapeIdentifier, type Pool, type PoolClient } from 'pg';
import { CipherError, rowId, type Cipher } from './cipher';
import type { SealedColumn } from './sealed-columns';

export interface RotationResult {
  resealedCount: number;
  /** Ids of rows that did not open. They were left as they are, and the old key must be kept for them. */
  unreadableIds: string[];
}

type Row = Record<string, unknown>;

/**
 * Seals every value of one column anew under the cipher's current key.
 *
 * Each batch is a transaction of its own, and rows already under the current key are not even read: so it may be
 * stopped at any point and started again, and may run beside a live system. A row that does not open is reported
 * and passed over, so that one damaged row does not keep all the others under a key that should go.
 *
 * @param cipher must hold the old keys as well as the new current one
 * @param batchRowCount rows held locked at once; small, because the embedded database serves nobody else meanwhile
 */
export async function rotateColumn(
  pool: Pool,
  sealed: SealedColumn,
  cipher: Cipher,
  batchRowCount = 200,
): Promise<RotationResult> {
  const result: RotationResult = { resealedCount: 0, unreadableIds: [] };
  let lastKey: unknown[] | undefined;
  do {
    lastKey = await inTransaction(pool, (client) =>
      rotateBatch(client, { sealed, cipher, batchRowCount, lastKey, result }),
    );
  } while (lastKey);
  return result;
}

interface Batch {
  sealed: SealedColumn;
  cipher: Cipher;
  batchRowCount: number;
  lastKey: unknown[] | undefined;
  result: RotationResult;
}

/** Answers the key to go on after, or undefined when no row is left. */
async function rotateBatch(client: PoolClient, batch: Batch): Promise<unknown[] | undefined> {
  const { sealed, cipher, result } = batch;
  const rows = await lockOldRows(client, batch);
  const resealed: Row[] = [];
  for (const row of rows) {
    const id = rowId(...keyOf(row, sealed).map(String));
    try {
      resealed.push({ ...row, [sealed.column]: hex(reseal(row[sealed.column], id, sealed, cipher)) });
    } catch (error) {
      if (!(error instanceof CipherError)) throw error;
      result.unreadableIds.push(id);
    }
  }

  await writeBack(client, sealed, resealed);
  result.resealedCount += resealed.length;
  const last = rows.at(-1);
  return last && keyOf(last, sealed);
}

/** Walks by key, not by offset: rows leave the selection as they are re-sealed, and unreadable ones never do. */
async function lockOldRows(client: PoolClient, { sealed, cipher, batchRowCount, lastKey }: Batch): Promise<Row[]> {
  const column = escapeIdentifier(sealed.column);
  const key = sealed.idColumns.map(escapeIdentifier).join(', ');
  const prefix = cipher.currentPrefix;
  const after = lastKey ? `and (${key}) > (${lastKey.map((_, index) => `$${index + 4}`).join(', ')})` : '';
  const { rows } = await client.query<Row>(
    `select ${key}, ${column} from ${escapeIdentifier(sealed.table)}
      where ${column} is not null and substring(${column} from 1 for $1::int) <> $2::bytea ${after}
      order by ${key} limit $3::int for update`,
    [prefix.length, prefix, batchRowCount, ...(lastKey ?? [])],
  );
  return rows;
}

/** One statement a batch. The table's own row type gives each key column its type, whatever it is. */
async function writeBack(client: PoolClient, sealed: SealedColumn, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const table = escapeIdentifier(sealed.table);
  const column = escapeIdentifier(sealed.column);
  const sameKey = sealed.idColumns.map(escapeIdentifier).map((name) => `old.${name} = fresh.${name}`);
  await client.query(
    `update ${table} as old set ${column} = fresh.${column}
       from jsonb_populate_recordset(null::${table}, $1::jsonb) as fresh
      where ${sameKey.join(' and ')}`,
    [JSON.stringify(rows)],
  );
}

const keyOf = (row: Row, sealed: SealedColumn): unknown[] => sealed.idColumns.map((name) => row[name]);

const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;

function reseal(value: unknown, id: string, { table, column }: SealedColumn, cipher: Cipher): Buffer {
  if (!Buffer.isBuffer(value)) throw new TypeError(`${table}.${column} is not a bytea column`);
  const row = { table, column, id };
  return cipher.seal(cipher.open(value, row), row);
}

async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const answer = await work(client);
    await client.query('commit');
    client.release();
    return answer;
  } catch (error) {
    // Closing the connection rolls back, even where the connection is already broken and could not say "rollback".
    client.release(true);
    throw error;
  }
}
