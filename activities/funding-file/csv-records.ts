import { Readable, pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { FileFault } from '../../domain/funding-file/file-fault';

/** No row of ours comes near it; what does is no row but a quote that was never closed. */
const RECORD_CHARACTERS_MAX = 65_536;

/** The bytes are no UTF-8. */
class NotUtf8 extends Error {
  override readonly name = 'NotUtf8';
}

/**
 * The records of a CSV file (RFC 4180, LF or CRLF, byte order mark or not), read as the bytes come. Lines without
 * anything in them are no records; how many cells a record has is for its reader to judge.
 *
 * @throws what {@link csvFault} knows, for bytes that are no such file; and whatever `bytes` throws
 */
export async function* csvRecords(bytes: AsyncIterable<Buffer>): AsyncGenerator<string[]> {
  const parser = parse({
    bom: true,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: RECORD_CHARACTERS_MAX,
  });
  // What fails in the source reaches us through the parser, which the pipeline ends with the same error.
  pipeline(Readable.from(utf8Only(bytes)), parser, () => undefined);
  for await (const cells of parser) yield cells as string[];
}

/** Passes the bytes on as they are, once it is certain that they are text. */
async function* utf8Only(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const piece of bytes) {
    requireUtf8(() => decoder.decode(piece, { stream: true }));
    yield piece;
  }
  requireUtf8(() => decoder.decode());
}

function requireUtf8(decode: () => string): void {
  try {
    decode();
  } catch {
    throw new NotUtf8();
  }
}

/** F1, with the line where the parser gave up; undefined for an error that is not the file's. */
export function csvFault(error: unknown): FileFault | undefined {
  if (error instanceof NotUtf8) return { code: 'NOT_CSV' };
  if (!(error instanceof CsvError)) return undefined;
  const line: unknown = error['lines'];
  return typeof line === 'number' ? { code: 'NOT_CSV', particulars: `line ${line}` } : { code: 'NOT_CSV' };
}
