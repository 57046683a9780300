import type { StagedRow } from '../../db/funding-file-rows';
import { readAmount } from '../../domain/funding-file/amount';
import { type FileFault, isFileFault, MAX_FILE_ROWS } from '../../domain/funding-file/file-fault';
import { type Header, readHeader } from '../../domain/funding-file/header';
import { isBlankRow, isRowFault, readRow } from '../../domain/funding-file/read-row';
import { checkTrailer, readTrailer, type Trailer } from '../../domain/funding-file/trailer';

/** A file that may be acted on. */
export interface ReadFile {
  columns: readonly string[];
  rowCount: number;
}

/** Rows that are kept in one statement. */
const BATCH_ROWS = 500;

/** Reads a file record by record, and keeps its rows on the way; whether they count is known only at its end. */
export class FileReader {
  private header: Header | undefined;
  private trailer: Trailer | undefined;
  private rowCount = 0;
  private totalCents = 0;
  private unreadableCount = 0;
  private batch: StagedRow[] = [];

  constructor(private readonly keep: (rows: readonly StagedRow[]) => Promise<void>) {}

  /** @returns why the file cannot be taken, if that is certain already */
  async take(cells: readonly string[]): Promise<FileFault | undefined> {
    if (isBlankRow(cells)) return undefined;
    if (!this.header) return this.takeHeader(cells);
    // Rows behind the trailer were put together from two files.
    if (this.trailer) return { code: 'TRAILER_MISMATCH' };
    const trailer = readTrailer(cells);
    if (!trailer) return await this.takeRow(this.header, cells);
    if (isFileFault(trailer)) return trailer;
    this.trailer = trailer;
    return undefined;
  }

  /** The last rows are kept, and the whole is judged. */
  async end(): Promise<ReadFile | FileFault> {
    if (!this.header || this.rowCount === 0) return { code: 'EMPTY' };
    const { rowCount, totalCents, unreadableCount } = this;
    const fault = this.trailer && checkTrailer(this.trailer, { rowCount, totalCents, unreadableCount });
    if (fault) return fault;
    await this.keep(this.batch);
    return { columns: this.header.columns, rowCount };
  }

  private takeHeader(cells: readonly string[]): FileFault | undefined {
    const header = readHeader(cells);
    if (isFileFault(header)) return header;
    this.header = header;
    return undefined;
  }

  private async takeRow(header: Header, cells: readonly string[]): Promise<FileFault | undefined> {
    this.rowCount += 1;
    if (this.rowCount > MAX_FILE_ROWS) return { code: 'TOO_LARGE' };
    const read = readRow(header, cells);
    const isFaulty = isRowFault(read);
    const amountCents = isFaulty ? readAmount(cells[header.places.invoice_amount] ?? '') : read.amountCents;
    if (amountCents === null) this.unreadableCount += 1;
    this.totalCents += amountCents ?? 0;
    const result = isFaulty ? read.result : null;
    this.batch.push({ rowNumber: this.rowCount, cells, leaseId: read.leaseId, amountCents, result });
    if (this.batch.length < BATCH_ROWS) return undefined;
    await this.keep(this.batch);
    this.batch = [];
    return undefined;
  }
}
