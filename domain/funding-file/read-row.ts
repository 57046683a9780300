import type { CalendarDate } from '../calendar-date';
import type { Cents } from '../cents';
import type { LeaseId } from '../ids';
import type { Header } from './header';
import type { RowResult } from './row-result';

/** One row, read. */
export interface FundingRow {
  /** empty when it can be no store's: too long, or with control characters in it */
  storeName: string;
  leaseId: LeaseId;
  customerName: string;
  /** null when it cannot be read; what was expected instead is known only with the lease */
  amountCents: Cents | null;
  deliveredOn: CalendarDate;
  /** null when there is none, or none of 30 characters at most; it is echoed all the same */
  merchantRef: string | null;
}

/** What is wrong with a row by itself. The lease ID is there when only it could be read: the row still counts as its first. */
export interface RowFault {
  result: RowResult;
  leaseId: LeaseId | null;
}

/** A row of nothing but empty cells, as spreadsheets leave them at the end: it is no row at all. */
export function isBlankRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

export function isRowFault(read: FundingRow | RowFault): read is RowFault {
  return 'result' in read;
}

export function readRow(header: Header, cells: readonly string[]): FundingRow | RowFault {
  void header;
  void cells;
  throw new Error('follows');
}
