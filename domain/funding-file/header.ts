import type { FileFault } from './file-fault';

/** The columns of domain.md 4.2 that every file has; `merchant_ref` may be missing. */
export const REQUIRED_COLUMNS = ['store_name', 'lease_id', 'customer_name', 'invoice_amount', 'delivery_date'] as const;

export type RequiredColumn = (typeof REQUIRED_COLUMNS)[number];
export type KnownColumn = RequiredColumn | 'merchant_ref';

/** 0-based place in the line of each column we know. */
export type ColumnPlaces = Readonly<Record<RequiredColumn, number> & Partial<Record<'merchant_ref', number>>>;

export interface Header {
  /** every column as received, also those we do not know; a byte order mark is no part of the first name */
  columns: readonly string[];
  places: ColumnPlaces;
}

/** Names as they are compared. Delivery has a second one: the layout's first description calls it confirmed. */
const COLUMN_OF: ReadonlyMap<string, KnownColumn> = new Map([
  ...REQUIRED_COLUMNS.map((column) => [comparable(column), column] as const),
  ['confirmeddeliverydate', 'delivery_date'],
  ['merchantref', 'merchant_ref'],
]);

/**
 * The header line: order free, names without regard to case, spaces, underscores and hyphens. What it does not know it
 * keeps for the echo.
 *
 * @returns MISSING_COLUMN or DUPLICATE_COLUMN naming the columns, EMPTY for a line of nothing
 */
export function readHeader(cells: readonly string[]): Header | FileFault {
  if (cells.every((cell) => comparable(cell) === '')) return { code: 'EMPTY' };
  const places = new Map<KnownColumn, number>();
  for (const [place, cell] of cells.entries()) {
    const column = COLUMN_OF.get(comparable(cell));
    if (column === undefined) continue;
    if (places.has(column)) return { code: 'DUPLICATE_COLUMN', particulars: column };
    places.set(column, place);
  }
  const found = requiredPlaces(places);
  if ('code' in found) return found;
  const columns = cells.map((cell, place) => (place === 0 ? cell.replace(/^\uFEFF/, '') : cell));
  const reference = places.get('merchant_ref');
  return { columns, places: reference === undefined ? found : { ...found, merchant_ref: reference } };
}

function requiredPlaces(places: ReadonlyMap<KnownColumn, number>): Record<RequiredColumn, number> | FileFault {
  const missing = REQUIRED_COLUMNS.filter((column) => !places.has(column));
  if (missing.length > 0) return { code: 'MISSING_COLUMN', particulars: missing.join(', ') };
  const at = (column: RequiredColumn): number => places.get(column) ?? 0;
  return {
    store_name: at('store_name'),
    lease_id: at('lease_id'),
    customer_name: at('customer_name'),
    invoice_amount: at('invoice_amount'),
    delivery_date: at('delivery_date'),
  };
}

/** A byte order mark counts as a space. */
function comparable(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, '');
}
