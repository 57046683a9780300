import { readColumns } from '../../db/funding-file-headers';
import { PieceWriter } from '../../db/funding-file-pieces';
import { countRows, type ReadRow, readRows, type RowCount } from '../../db/funding-file-rows';
import { requireFundingFile } from '../../db/funding-files';
import { type FileTotals, reportHeader, reportRow, reportTotals } from '../../domain/funding-file/result-report';
import { ROW_OUTCOMES, type RowCode, type RowOutcome } from '../../domain/funding-file/row-result';
import type { ActivityDeps } from '../deps';
import { completeFundingFile } from './close';
import { csvText } from './csv-text';

const PAGE_ROWS = 500;

/**
 * Writes the result report page by page, then closes the file. It says only what the rows say, so a second run writes
 * the same bytes; a file that is closed stays as it is.
 *
 * @throws Error when a row has no code yet
 */
export function writeFundingReport({ db, cipher }: Pick<ActivityDeps, 'db' | 'cipher'>) {
  return async ({ fileId }: { fileId: string }): Promise<void> => {
    const file = await requireFundingFile(db, fileId);
    if (file.state !== 'processing') return;
    const columns = await readColumns(db, cipher, fileId);
    const counts = await countRows(db, fileId);
    const totals = totalsOf(counts);
    const scheduledCents = amountOf(counts, 'SCHEDULED');

    const report = new PieceWriter(db, cipher, { fileId, kind: 'report' });
    const write = (rows: string[][]) => report.add(Buffer.from(csvText(rows)));
    await write([reportHeader(columns)]);
    for (let after = 0; after < totals.rowCount; after += PAGE_ROWS) {
      const rows = await readRows(db, cipher, fileId, { after, limit: PAGE_ROWS });
      await write(rows.map((row) => reportRow(columns, { ...row, result: resultOf(row) })));
    }
    await write([reportTotals(totals)]);
    await report.end();
    await db.transaction().execute((trx) => completeFundingFile(trx, file, totals, scheduledCents));
  };
}

function resultOf({ result, rowNumber }: ReadRow) {
  if (!result) throw new Error(`row ${rowNumber} has no code yet`);
  return result;
}

/** rows = accepted + scheduled + repeats + rejected; amounts in US cents. */
function totalsOf(counts: readonly RowCount[]): FileTotals {
  const sum = (outcome?: RowOutcome): number =>
    counts
      .filter(({ code }) => outcome === undefined || (code !== null && ROW_OUTCOMES[code] === outcome))
      .reduce((total, { rowCount }) => total + rowCount, 0);
  return {
    rowCount: sum(),
    acceptedCount: sum('accepted'),
    scheduledCount: sum('scheduled'),
    repeatCount: sum('repeat'),
    rejectedCount: sum('rejected'),
    fundedCents: amountOf(counts, 'FUNDED'),
  };
}

/** Every such row's amount is the one of its lease's invoice. */
function amountOf(counts: readonly RowCount[], code: RowCode): number {
  return counts.find((count) => count.code === code)?.amountCents ?? 0;
}
