import type { ControlSums } from './control-sums';
import { damaged } from './damage';
import type { RecordLayout } from './layout';
import { readRecord, type Line } from './record-reader';
import { writeRecord } from './record-writer';

export const FILE_CONTROL = {
  record: 'file control',
  fields: [
    { name: 'recordType', start: 1, length: 1, kind: 'numeric', fixed: '9' },
    { name: 'batchCount', start: 2, length: 6, kind: 'numeric' },
    { name: 'blockCount', start: 8, length: 6, kind: 'numeric' },
    { name: 'recordCount', start: 14, length: 8, kind: 'numeric' },
    { name: 'entryHash', start: 22, length: 10, kind: 'numeric' },
    { name: 'debitCents', start: 32, length: 12, kind: 'numeric' },
    { name: 'creditCents', start: 44, length: 12, kind: 'numeric' },
    { name: 'reserved', start: 56, length: 39, kind: 'identifier', fixed: '' },
  ],
} as const satisfies RecordLayout;

/** The sums of all batches, and the file's own size. */
export interface FileSums extends ControlSums {
  readonly batchCount: number;
  /** Blocks of ten records, with both headers, both controls and the padding. */
  readonly blockCount: number;
}

/** @throws LeaseError BANK_FILE_INVALID when a total passes $9,999,999,999.99 */
export function writeFileControl(sums: FileSums): string {
  return writeRecord(FILE_CONTROL, { ...sums });
}

const SUMS = ['batchCount', 'blockCount', 'recordCount', 'entryHash', 'debitCents', 'creditCents'] as const;

/** @throws LeaseError BANK_FILE_INVALID with the line, the rule, what stands there and what was computed */
export function checkFileControl(line: Line, sums: FileSums): void {
  const read = readRecord(FILE_CONTROL, line);
  for (const name of SUMS) {
    if (Number(read[name]) === sums[name]) continue;
    throw damaged(line.number, 'CONTROL_TOTALS', `file control: ${name} is ${read[name]}, computed ${sums[name]}`);
  }
}
