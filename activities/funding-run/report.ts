import { stringify } from 'csv-stringify/sync';
import type { Db } from '../../db/database';
import { type FundingLineRow, type ReportedRun, reportedLines, reportedRun } from '../../db/funding-report';
import { sumCents } from '../../domain/cents';
import { LeaseError } from '../../domain/errors';
import { withoutFormula } from '../../domain/funding-file/formula';
import type { MerchantId } from '../../domain/ids';

/** The order is part of the contract: programs read it by place. */
const COLUMNS = [
  ...['runId', 'businessOn', 'kind', 'leaseId', 'invoiceNumber'],
  ...['grossCents', 'adjustmentCents', 'netCents', 'traceNumber', 'effectiveOn'],
];

/**
 * A run line by line, and at its end the total, which is what the file pays. Amounts in US cents; the same bytes
 * whichever way they are fetched.
 *
 * @param merchantId null: of all merchants
 * @throws LeaseError NOT_FOUND
 */
export async function fundingReport(db: Db, runId: string, merchantId: MerchantId | null): Promise<string> {
  const run = await reportedRun(db, runId, merchantId);
  if (!run) throw new LeaseError('NOT_FOUND', 'no such run');
  const lines = await reportedLines(db, runId, merchantId);
  const rows = [...lines.map((line) => lineRow(run, line)), totalRow(run, lines)];
  return stringify(rows, { header: true, columns: COLUMNS, record_delimiter: '\r\n' });
}

function lineRow({ runId, businessOn }: ReportedRun, line: FundingLineRow) {
  return {
    ...{ runId, businessOn, kind: line.kind, leaseId: line.lease_id },
    invoiceNumber: line.invoice_number === null ? null : withoutFormula(line.invoice_number),
    grossCents: line.gross_cents,
    adjustmentCents: line.adjustment_cents,
    netCents: sumCents([line.gross_cents, line.adjustment_cents]),
    ...{ traceNumber: line.trace_number, effectiveOn: line.effective_on },
  };
}

function totalRow({ businessOn, traceNumber, effectiveOn }: ReportedRun, lines: readonly FundingLineRow[]) {
  const grossCents = sumCents(lines.map((line) => line.gross_cents));
  const adjustmentCents = sumCents(lines.map((line) => line.adjustment_cents));
  return {
    ...{ runId: 'TOTAL', businessOn, kind: '', leaseId: '', invoiceNumber: '', grossCents, adjustmentCents },
    netCents: sumCents([grossCents, adjustmentCents]),
    ...{ traceNumber, effectiveOn },
  };
}
