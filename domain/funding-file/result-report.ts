import type { CalendarDate } from '../calendar-date';
import type { Cents } from '../cents';
import type { LeaseStatus } from '../lease-status';
import type { FileFault } from './file-fault';
import type { RowResult } from './row-result';

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

/** @param columns the header as received */
export function reportHeader(columns: readonly string[]): string[] {
  void columns;
  throw new Error('follows');
}

export function reportRow(columns: readonly string[], row: ReportedRow): string[] {
  void columns;
  void row;
  throw new Error('follows');
}

/** The last line: `#TOTALS,rows,accepted,scheduled,repeats,rejected,funded`. */
export function reportTotals(totals: FileTotals): string[] {
  void totals;
  throw new Error('follows');
}

/**
 * The whole report of a refused file: a header, one line with the code, totals of nothing.
 * @param columns the header as received, if it could be read
 */
export function refusedReport(fault: FileFault, columns: readonly string[] = []): string[][] {
  void fault;
  void columns;
  throw new Error('follows');
}
