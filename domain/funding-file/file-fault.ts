/** Why a whole file is refused before any of its rows is acted on (domain.md 4.3). The codes are never reworded. */
export const FILE_FAULT_CODES = [
  'NOT_CSV',
  'MISSING_COLUMN',
  'DUPLICATE_COLUMN',
  'EMPTY',
  'TOO_LARGE',
  'NAME_REUSED',
  'TRAILER_MISMATCH',
  'MERCHANT_MISMATCH',
  'BAD_FILE_NAME',
  'CHECKSUM_MISMATCH',
] as const;

export type FileFaultCode = (typeof FILE_FAULT_CODES)[number];

/** `particulars` is the same in every language and names no person: columns, a line number, two counts. */
export interface FileFault {
  code: FileFaultCode;
  particulars?: string;
}

/** F4. The trailer and the header are no rows. */
export const MAX_FILE_ROWS = 100_000;

/** F4 says 50 MB: decimal, as disks and mail programs count. A file of exactly this size is taken. */
export const MAX_FILE_BYTES = 50_000_000;

/** True for what a reader of the file hands back instead of what it read. */
export function isFileFault(read: object): read is FileFault {
  return 'code' in read && FILE_FAULT_CODES.some((code) => code === read.code);
}
