import { readColumns } from '../../db/funding-file-headers';
import { namedLeases, storesOf } from '../../db/funding-file-leases';
import { undecidedRows } from '../../db/funding-file-rows';
import { type FundingFileRow, requireFundingFile } from '../../db/funding-files';
import { newestRunOn } from '../../db/run-days';
import { isFileFault } from '../../domain/funding-file/file-fault';
import { readHeader } from '../../domain/funding-file/header';
import { isRowFault, readRow } from '../../domain/funding-file/read-row';
import { storeDirectory } from '../../domain/funding-file/store-names';
import type { ActivityDeps } from '../deps';
import type { ReadableRow, Surroundings } from './decide-row';
import { messageOfRow, type RowToTell } from './tell-leases';

type Deps = Pick<ActivityDeps, 'db' | 'cipher'>;

/** Rows of a file that have no code yet, and what they are compared with. */
export interface RowBatch {
  file: FundingFileRow;
  rows: RowToTell[];
  around: Surroundings;
}

/** Opens a stretch of rows; those that cannot be read have had their code since they were kept. */
export async function openBatch(
  { db, cipher }: Deps,
  { fileId, fromRow, toRow }: { fileId: string; fromRow: number; toRow: number },
): Promise<RowBatch> {
  const file = await requireFundingFile(db, fileId);
  const header = readHeader(await readColumns(db, cipher, fileId));
  if (isFileFault(header)) throw new Error(`the header of ${fileId} was read once, and is read again`);
  const rows: RowToTell[] = [];
  for (const { rowNumber, cells } of await undecidedRows(db, cipher, fileId, { fromRow, toRow })) {
    const row = readRow(header, cells);
    if (!isRowFault(row)) rows.push({ rowNumber, row, messageId: messageOfRow(cipher, file, rowNumber) });
  }
  const stores = storeDirectory(await storesOf(db, file.merchant_id));
  return { file, rows, around: { stores, newestRunOn: await newestRunOn(db) } };
}

/** The rows with their leases as they are now. */
export async function withLeases<Row extends RowToTell>(
  { db, cipher }: Deps,
  { file }: RowBatch,
  rows: readonly Row[],
): Promise<(Row & ReadableRow)[]> {
  const ids = rows.map(({ row }) => row.leaseId);
  const leases = await namedLeases(db, cipher, file.merchant_id, ids);
  return rows.map((row) => ({ ...row, lease: leases.get(row.row.leaseId) }));
}
