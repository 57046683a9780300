import { calendarDate } from '../../../domain/calendar-date';
import { cents } from '../../../domain/cents';
import type { FoundLease } from '../../../domain/funding-file/found-lease';
import { isFileFault } from '../../../domain/funding-file/file-fault';
import { type Header, readHeader } from '../../../domain/funding-file/header';
import { type FundingRow, isRowFault, readRow } from '../../../domain/funding-file/read-row';
import { leaseId, storeId } from '../../../domain/ids';

/** The columns as domain.md 4.2 lists them. */
export const COLUMNS = [
  'store_name',
  'lease_id',
  'customer_name',
  'invoice_amount',
  'delivery_date',
  'merchant_ref',
] as const;

export function headerOf(columns: readonly string[] = COLUMNS): Header {
  const header = readHeader(columns);
  if (isFileFault(header)) throw new Error(`the header of a test is refused: ${header.code}`);
  return header;
}

export type Cells = Partial<Record<(typeof COLUMNS)[number], string>>;

/** Row 1 of the worked file, with what a test changes of it. */
export function cellsOf(changes: Cells = {}): string[] {
  const row: Required<Cells> = {
    store_name: 'BestSofa Dallas',
    lease_id: '1002003001',
    customer_name: 'Ruiz, Ana',
    invoice_amount: '1000.00',
    delivery_date: '2026-11-24',
    merchant_ref: 'A-17',
    ...changes,
  };
  return COLUMNS.map((column) => row[column]);
}

/** The row as read, or the code of what is wrong with it by itself. */
export function read(changes: Cells = {}): FundingRow | string {
  const row = readRow(headerOf(), cellsOf(changes));
  return isRowFault(row) ? row.result.code : row;
}

export function aRow(changes: Partial<FundingRow> = {}): FundingRow {
  return {
    storeName: 'BestSofa Dallas',
    leaseId: leaseId('1002003001'),
    customerName: 'Ruiz, Ana',
    amountCents: cents(100_000),
    deliveredOn: calendarDate('2026-11-24'),
    merchantRef: 'A-17',
    ...changes,
  };
}

/** The lease of {@link aRow}, accepted: a sofa for 700.00 and a table for 300.00. */
export function aFoundLease(changes: Partial<FoundLease> = {}): FoundLease {
  return {
    storeId: storeId('sto_dallas'),
    namedStoreId: storeId('sto_dallas'),
    customer: { lastName: 'Ruiz' },
    status: 'lease_accepted',
    servicingState: null,
    isBlocked: false,
    invoiceTotalCents: cents(100_000),
    lineTotals: [70_000, 30_000],
    deliveredOn: null,
    wasCancelled: false,
    isCardRefused: false,
    ...changes,
  };
}
