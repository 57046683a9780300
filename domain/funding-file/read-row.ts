import type { CalendarDate } from '../calendar-date';
import type { Cents } from '../cents';
import { LEASE_ID_PATTERN, leaseId, type LeaseId } from '../ids';
import { readAmount } from './amount';
import { readDeliveryDate } from './delivery-date';
import type { Header } from './header';
import type { RowResult } from './row-result';

/** One row, read. */
export interface FundingRow {
  /** empty when it can be no store's: too long, or with control characters in it */
  storeName: string;
  leaseId: LeaseId;
  /** empty when it can be nobody's, likewise */
  customerName: string;
  /** null when it cannot be read; what was expected instead is known only with the lease */
  amountCents: Cents | null;
  deliveredOn: CalendarDate;
  /** null when there is none, or none of 30 characters at most; it is echoed all the same */
  merchantRef: string | null;
}

/** What is wrong with a row by itself. With its lease's ID, if that could be read: the row is the lease's first all the same. */
export interface RowFault {
  result: RowResult;
  leaseId: LeaseId | null;
}

const STORE_NAME_MAX = 100;
const MERCHANT_REF_MAX = 30;
/** Longer than any name we take at the application, twice. */
const CUSTOMER_NAME_MAX = 250;

/** `4.82E+09`, `4821907735.00`: a spreadsheet took the ID for a number, and digits may be gone for good. */
const SPREADSHEET_NUMBER = /^[+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i;

/** A row of nothing but empty cells, as spreadsheets leave them at the end: it is no row at all. */
export function isBlankRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

export function isRowFault(read: FundingRow | RowFault): read is RowFault {
  return 'result' in read;
}

/**
 * Reads a row by itself. The lease's ID is judged first, then the date; an amount, a name and a store that cannot be
 * read are judged with the lease, which knows what was expected. Missing cells are empty ones.
 */
export function readRow(header: Header, cells: readonly string[]): FundingRow | RowFault {
  const { places, columns } = header;
  const cell = (place: number | undefined): string => (place === undefined ? '' : (cells[place] ?? ''));
  const id = cell(places.lease_id).trim();
  if (!LEASE_ID_PATTERN.test(id)) return { result: invalidLeaseId(id), leaseId: null };

  const deliveredOn = readDeliveryDate(cell(places.delivery_date));
  if (!deliveredOn) return { result: { code: 'DELIVERY_DATE_INVALID', detail: {} }, leaseId: leaseId(id) };

  // A comma that should have been quoted has moved the cells: no amount of such a row can be trusted.
  const isTorn = !isBlankRow(cells.slice(columns.length));
  return {
    storeName: plainText(cell(places.store_name), STORE_NAME_MAX),
    leaseId: leaseId(id),
    customerName: plainText(cell(places.customer_name), CUSTOMER_NAME_MAX),
    amountCents: isTorn ? null : readAmount(cell(places.invoice_amount)),
    deliveredOn,
    merchantRef: plainText(cell(places.merchant_ref), MERCHANT_REF_MAX) || null,
  };
}

function invalidLeaseId(id: string): RowResult {
  const isSpreadsheetNumber = SPREADSHEET_NUMBER.test(id) && !/^\d+$/.test(id);
  return { code: 'INVALID_LEASE_ID', detail: isSpreadsheetNumber ? { isSpreadsheetNumber } : {} };
}

/** Control characters are in no name, and PostgreSQL takes no NUL. */
function plainText(cell: string, maxCharacters: number): string {
  const text = cell.trim();
  return text.length > maxCharacters || /\p{Cc}/u.test(text) ? '' : text;
}
