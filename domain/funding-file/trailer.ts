import { decimalText, readDecimalCents } from './amount';
import type { FileFault } from './file-fault';

/** The optional last line `#TRAILER,rows,total`. */
export interface Trailer {
  rowCount: number;
  /** US cents */
  totalCents: number;
}

/** What the rows of the file came to. */
export interface RowSums {
  rowCount: number;
  /** US cents, of the amounts that can be read */
  totalCents: number;
  /** rows whose amount cannot be read */
  unreadableCount: number;
}

/**
 * Reads a line that begins with `#TRAILER`; spreadsheets pad it with empty cells.
 *
 * @returns undefined when the line is no trailer but a row like any other, TRAILER_MISMATCH when it is a broken one
 */
export function readTrailer(cells: readonly string[]): Trailer | FileFault | undefined {
  const [mark = '', rows = '', total = '', ...padding] = cells.map((cell) => cell.trim());
  if (mark.toUpperCase() !== '#TRAILER') return undefined;
  const totalCents = readDecimalCents(total);
  const isBroken = !/^\d{1,9}$/.test(rows) || totalCents === undefined || padding.some((cell) => cell !== '');
  return isBroken ? { code: 'TRAILER_MISMATCH' } : { rowCount: Number(rows), totalCents };
}

/**
 * F7: a trailer that does not fit the rows means that something was lost on the way. An amount that cannot be read is
 * its row's own fault and must not stop the others: with one in the file, the total may be more than the rest.
 */
export function checkTrailer(trailer: Trailer, sums: RowSums): FileFault | undefined {
  if (trailer.rowCount !== sums.rowCount) {
    return { code: 'TRAILER_MISMATCH', particulars: `rows ${trailer.rowCount} ≠ ${sums.rowCount}` };
  }
  const difference = trailer.totalCents - sums.totalCents;
  const fits = sums.unreadableCount > 0 ? difference >= 0 : difference === 0;
  if (fits) return undefined;
  const [named, found] = [decimalText(trailer.totalCents), decimalText(sums.totalCents)];
  return { code: 'TRAILER_MISMATCH', particulars: `total ${named} ≠ ${found}` };
}
