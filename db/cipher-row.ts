import { CipherError } from './cipher-envelope';

/** The one place a sealed value is valid in. Moved anywhere else it does not open. */
export interface SealedRow {
  table: string;
  column: string;
  /** The row's key as text; for a key of several columns made by {@link rowId}. */
  id: string;
}

/**
 * Makes one id of a key of several columns, in the order of `SEALED_COLUMNS`.
 *
 * @throws CipherError when a part but the last holds ":", because two rows could then share one id
 */
export function rowId(...parts: readonly (string | number)[]): string {
  const ambiguous = parts.slice(0, -1).some((part) => String(part).includes(':'));
  if (ambiguous) throw new CipherError('only the last part of a row id may contain ":"');
  return parts.join(':');
}

/** What GCM authenticates beside the ciphertext. JSON keeps `["a","bc"]` and `["ab","c"]` apart. */
export function associatedData(header: Buffer, row: SealedRow): Buffer {
  return Buffer.concat([header, Buffer.from(JSON.stringify([row.table, row.column, row.id]), 'utf8')]);
}

/** Names the row for an operator; ids are no personal data. */
export const describeRow = (row: SealedRow): string => `${row.table}.${row.column} of row ${row.id}`;
