import { stringify } from 'csv-stringify/sync';
import { sql } from 'kysely';
import type { Db } from '../../db/database';
import { sumCents } from '../../domain/cents';
import type { Caller } from '../ports';
import { type FundingLineRow, fundingView, LINES, visibleTo } from './funding-lists';
import { findFundingRun } from './funding-runs';
import type { FundingRunView, FundingView } from './fundings-port';

/** The order is part of the contract: programs read it by place. */
const COLUMNS = [
  ...['runId', 'businessOn', 'kind', 'leaseId', 'invoiceNumber'],
  ...['grossCents', 'adjustmentCents', 'netCents', 'traceNumber', 'effectiveOn'],
];

/**
 * A run line by line, and at its end the total, which is what the file pays.
 * @throws LeaseError NOT_FOUND
 */
export async function fundingReport(db: Db, caller: Caller, runId: string): Promise<string> {
  const run = await findFundingRun(db, caller, runId);
  const lines = await linesOf(db, caller, runId);
  const rows = [...lines.map((line) => lineRow(run, line)), totalRow(run, lines)];
  return stringify(rows, { header: true, columns: COLUMNS, record_delimiter: '\r\n' });
}

async function linesOf(db: Db, caller: Caller, runId: string): Promise<FundingView[]> {
  const { rows } = await sql<FundingLineRow>`${LINES}
   WHERE line.run_id = ${runId} AND ${visibleTo(caller, 'line.merchant_id')}
   ORDER BY line.merchant_id, line.posted_at, line.funding_id`.execute(db);
  return rows.map(fundingView);
}

function lineRow({ runId, businessOn }: FundingRunView, line: FundingView) {
  const { kind, leaseId, grossCents, adjustmentCents, netCents, traceNumber, effectiveOn } = line;
  const invoiceNumber = line.invoiceNumber === null ? null : harmless(line.invoiceNumber);
  return {
    ...{ runId, businessOn, kind, leaseId, invoiceNumber },
    ...{ grossCents, adjustmentCents, netCents, traceNumber, effectiveOn },
  };
}

function totalRow({ businessOn, traceNumber, effectiveOn }: FundingRunView, lines: readonly FundingView[]) {
  return {
    ...{ runId: 'TOTAL', businessOn, kind: '', leaseId: '', invoiceNumber: '' },
    grossCents: sumCents(lines.map((line) => line.grossCents)),
    adjustmentCents: sumCents(lines.map((line) => line.adjustmentCents)),
    netCents: sumCents(lines.map((line) => line.netCents)),
    ...{ traceNumber, effectiveOn },
  };
}

/** What a retailer typed must not become a formula in somebody's spreadsheet: quoted as text by its first letter. */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
