import type { FileFault } from './file-fault';

/** The columns of domain.md 4.2 that every file has; `merchant_ref` may be missing. */
export const REQUIRED_COLUMNS = ['store_name', 'lease_id', 'customer_name', 'invoice_amount', 'delivery_date'] as const;

export type RequiredColumn = (typeof REQUIRED_COLUMNS)[number];
export type KnownColumn = RequiredColumn | 'merchant_ref';

export interface Header {
  /** every column as received, also those we do not know; a byte order mark is no part of the first name */
  columns: readonly string[];
  /** 0-based place of each column we know */
  places: Readonly<Record<RequiredColumn, number> & Partial<Record<'merchant_ref', number>>>;
}

/** The header line: order free, names without regard to case, spaces, underscores and hyphens. */
export function readHeader(cells: readonly string[]): Header | FileFault {
  void cells;
  throw new Error('follows');
}
