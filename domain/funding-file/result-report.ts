import type { CalendarDate } from '../calendar-date';
import type { Cents } from '../cents';
import type { LeaseStatus } from '../lease-status';
import { decimalText } from './amount';
import type { FileFault } from './file-fault';
import { fileFaultText } from './file-words';
import { withoutFormula } from './formula';
import { ROW_OUTCOMES, type RowResult } from './row-result';
import { rowText } from './row-words';

/** What the report adds to the columns as received (domain.md 4.5). */
export const REPORT_COLUMNS = [
  'row',
  'result',
  'code',
  'message_en',
  'message_es',
  'lease_status_after',
  'funded_amount',
  'funding_run_id',
  'expected_ach_effective_date',
] as const;

/** One row of the file with what became of it. */
export interface ReportedRow {
  /** as received */
  cells: readonly string[];
  /** 1-based, without the header */
  rowNumber: number;
  result: RowResult;
  /** null for a lease that is not this merchant's */
  leaseStatus: LeaseStatus | null;
  /** null unless the row funded its lease */
  fundedCents: Cents | null;
  /** the run that pays it; null unless funded */
  funding: { runId: string; effectiveOn: CalendarDate } | null;
}

/** rows = accepted + scheduled + repeats + rejected */
export interface FileTotals {
  rowCount: number;
  acceptedCount: number;
  scheduledCount: number;
  repeatCount: number;
  rejectedCount: number;
  /** US cents; may be more than one amount of money can be */
  fundedCents: number;
}

/** The columns of the input, then ours. @param columns the header as received */
export function reportHeader(columns: readonly string[]): string[] {
  return [...columns.map(withoutFormula), ...REPORT_COLUMNS];
}

/**
 * A row as received, then what became of it. Missing cells are empty ones; cells beyond the columns are left out, or
 * ours would not stand under their names.
 */
export function reportRow(columns: readonly string[], row: ReportedRow): string[] {
  const { cells, rowNumber, result, leaseStatus, fundedCents, funding } = row;
  return [
    ...columns.map((_, place) => withoutFormula(cells[place] ?? '')),
    String(rowNumber),
    ROW_OUTCOMES[result.code],
    result.code,
    rowText(result, 'en'),
    rowText(result, 'es'),
    leaseStatus ?? '',
    fundedCents === null ? '' : decimalText(fundedCents),
    funding?.runId ?? '',
    funding?.effectiveOn ?? '',
  ];
}

/** The last line: `#TOTALS,rows,accepted,scheduled,repeats,rejected,funded`, the latter in dollars. */
export function reportTotals(totals: FileTotals): string[] {
  const { rowCount, acceptedCount, scheduledCount, repeatCount, rejectedCount, fundedCents } = totals;
  const counts = [rowCount, acceptedCount, scheduledCount, repeatCount, rejectedCount].map(String);
  return ['#TOTALS', ...counts, decimalText(fundedCents)];
}

const NO_ROWS: FileTotals = {
  rowCount: 0,
  acceptedCount: 0,
  scheduledCount: 0,
  repeatCount: 0,
  rejectedCount: 0,
  fundedCents: 0,
};

/**
 * The whole report of a refused file: a header, one line with the file's code, totals of no rows.
 * @param columns the header as received, if it could be read
 */
export function refusedReport(fault: FileFault, columns: readonly string[] = []): string[][] {
  const words = [fileFaultText(fault, 'en'), fileFaultText(fault, 'es')];
  const line = [...columns.map(() => ''), '', 'rejected', fault.code, ...words, '', '', '', ''];
  return [reportHeader(columns), line, reportTotals(NO_ROWS)];
}
