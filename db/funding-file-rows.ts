import { sql } from 'kysely';
import type { CalendarDate } from '../domain/calendar-date';
import type { Cents } from '../domain/cents';
import type { RowCode, RowResult } from '../domain/funding-file/row-result';
import type { LeaseId } from '../domain/ids';
import type { LeaseStatus } from '../domain/lease-status';
import { type Cipher, rowId } from './cipher';
import type { Db, Trx } from './database';

const sealedRow = (fileId: string, rowNumber: number) => ({
  table: 'funding_file_rows',
  column: 'cells',
  id: rowId(fileId, rowNumber),
});

/** A row as the file has it; with a result where the row is wrong by itself. */
export interface StagedRow {
  rowNumber: number;
  cells: readonly string[];
  leaseId: LeaseId | null;
  /** null when it cannot be read */
  amountCents: Cents | null;
  result: RowResult | null;
}

/** Keeps rows, sealed, in one statement; those that are there already stay. */
export async function insertRows(db: Db | Trx, cipher: Cipher, fileId: string, rows: readonly StagedRow[]) {
  if (rows.length === 0) return;
  const cells = rows.map((row) => cipher.sealJson(row.cells, sealedRow(fileId, row.rowNumber)));
  await sql`
    INSERT INTO funding_file_rows (file_id, row_number, cells, lease_id, amount_cents, code, detail)
    SELECT ${fileId}, given.* FROM unnest(${rows.map(({ rowNumber }) => rowNumber)}::int[], ${cells}::bytea[],
      ${rows.map(({ leaseId }) => leaseId)}::text[], ${rows.map(({ amountCents }) => amountCents)}::bigint[],
      ${rows.map(({ result }) => result?.code ?? null)}::text[],
      ${rows.map(({ result }) => result && JSON.stringify(result.detail))}::jsonb[]) AS given
    ON CONFLICT (file_id, row_number) DO NOTHING`.execute(db);
}

export async function dropRows(db: Db | Trx, fileId: string): Promise<void> {
  await db.deleteFrom('funding_file_rows').where('file_id', '=', fileId).execute();
}

/** The second and later rows for a lease: the first wins, whatever becomes of it (domain.md 4.4). */
export async function markDuplicates(db: Db | Trx, fileId: string): Promise<void> {
  const code: RowCode = 'DUPLICATE_IN_FILE';
  await sql`
    UPDATE funding_file_rows late SET code = ${code}, detail = '{}'
     WHERE late.file_id = ${fileId} AND EXISTS (
       SELECT FROM funding_file_rows first
        WHERE first.file_id = late.file_id AND first.lease_id = late.lease_id
          AND first.row_number < late.row_number)`.execute(db);
}

export interface KeptRow {
  rowNumber: number;
  cells: string[];
}

/** Rows of a stretch that have no code yet. */
export async function undecidedRows(
  db: Db | Trx,
  cipher: Cipher,
  fileId: string,
  { fromRow, toRow }: { fromRow: number; toRow: number },
): Promise<KeptRow[]> {
  const rows = await db
    .selectFrom('funding_file_rows')
    .select(['row_number', 'cells'])
    .where('file_id', '=', fileId)
    .where('row_number', '>=', fromRow)
    .where('row_number', '<=', toRow)
    .where('code', 'is', null)
    .orderBy('row_number')
    .execute();
  return rows.map((row) => ({ rowNumber: row.row_number, cells: openCells(cipher, fileId, row) }));
}

function openCells(cipher: Cipher, fileId: string, row: { row_number: number; cells: Buffer }): string[] {
  return cipher.openJson(row.cells, sealedRow(fileId, row.row_number)) as string[];
}

/** What became of a row. Amounts in US cents. */
export interface DecidedRow {
  rowNumber: number;
  result: RowResult;
  leaseStatus: LeaseStatus | null;
  fundedCents: Cents | null;
  funding: { runId: string; effectiveOn: CalendarDate } | null;
}

/**
 * Writes down what became of rows, in one statement; the first that was said of a row stands. Each row looks up its own
 * result: the planner's statistics know nothing of a new file, and a join would compare every row with every other.
 */
export async function decideRows(db: Db | Trx, fileId: string, rows: readonly DecidedRow[]): Promise<void> {
  if (rows.length === 0) return;
  const numbers = rows.map(({ rowNumber }) => rowNumber);
  const given = sql`${JSON.stringify(Object.fromEntries(rows.map((row) => [row.rowNumber, columnsOf(row)])))}::jsonb`;
  await sql`
    UPDATE funding_file_rows kept
       SET (code, detail, lease_status, funded_cents, funding_run_id, effective_on) = (
             SELECT * FROM jsonb_to_record(${given} -> kept.row_number::text)
               AS result(code text, detail jsonb, lease_status text, funded_cents bigint, funding_run_id text,
                         effective_on date))
     WHERE file_id = ${fileId} AND row_number BETWEEN ${Math.min(...numbers)} AND ${Math.max(...numbers)}
       AND code IS NULL AND jsonb_exists(${given}, row_number::text)`.execute(db);
}

function columnsOf({ result, leaseStatus, fundedCents, funding }: DecidedRow) {
  return {
    ...{ code: result.code, detail: result.detail, lease_status: leaseStatus, funded_cents: fundedCents },
    ...{ funding_run_id: funding?.runId, effective_on: funding?.effectiveOn },
  };
}

/** A row with all that is known of it; `result` is null while it is not decided. */
export interface ReadRow extends KeptRow {
  leaseId: LeaseId | null;
  result: RowResult | null;
  leaseStatus: LeaseStatus | null;
  fundedCents: Cents | null;
  funding: { runId: string; effectiveOn: CalendarDate } | null;
}

/** A page of a file's rows in its order. */
export async function readRows(
  db: Db | Trx,
  cipher: Cipher,
  fileId: string,
  { after, limit }: { after: number; limit: number },
): Promise<ReadRow[]> {
  const rows = await db
    .selectFrom('funding_file_rows')
    .selectAll()
    .where('file_id', '=', fileId)
    .where('row_number', '>', after)
    .orderBy('row_number')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    rowNumber: row.row_number,
    cells: openCells(cipher, fileId, row),
    leaseId: row.lease_id,
    result: row.code && { code: row.code, detail: row.detail ?? {} },
    leaseStatus: row.lease_status,
    fundedCents: row.funded_cents,
    funding:
      row.funding_run_id !== null && row.effective_on !== null
        ? { runId: row.funding_run_id, effectiveOn: row.effective_on }
        : null,
  }));
}

export interface RowCount {
  code: RowCode | null;
  rowCount: number;
  /** US cents, of the amounts in the rows that can be read */
  amountCents: number;
}

/** How many rows of a file have each code so far, and what they come to. */
export async function countRows(db: Db | Trx, fileId: string): Promise<RowCount[]> {
  const { rows } = await sql<RowCount>`
    SELECT code, count(*)::int AS "rowCount", coalesce(sum(amount_cents), 0)::bigint AS "amountCents"
      FROM funding_file_rows WHERE file_id = ${fileId} GROUP BY code`.execute(db);
  return rows;
}
