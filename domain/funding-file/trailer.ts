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

/** @returns undefined when the line is no trailer but a row like any other */
export function readTrailer(cells: readonly string[]): Trailer | FileFault | undefined {
  void cells;
  throw new Error('follows');
}

/** F7: a trailer that does not fit the rows means that something was lost on the way. */
export function checkTrailer(trailer: Trailer, sums: RowSums): FileFault | undefined {
  void trailer;
  void sums;
  throw new Error('follows');
}
