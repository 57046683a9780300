import type { AchBatchHeader } from './ach-file';
import type { ControlSums } from './control-sums';
import { damaged } from './damage';
import type { RecordLayout } from './layout';
import { readRecord, type Line } from './record-reader';
import { writeRecord } from './record-writer';

export const BATCH_CONTROL = {
  record: 'batch control',
  fields: [
    { name: 'recordType', start: 1, length: 1, kind: 'numeric', fixed: '8' },
    { name: 'serviceClass', start: 2, length: 3, kind: 'numeric' },
    { name: 'recordCount', start: 5, length: 6, kind: 'numeric' },
    { name: 'entryHash', start: 11, length: 10, kind: 'numeric' },
    { name: 'debitCents', start: 21, length: 12, kind: 'numeric' },
    { name: 'creditCents', start: 33, length: 12, kind: 'numeric' },
    { name: 'companyIdentification', start: 45, length: 10, kind: 'identifier' },
    { name: 'messageAuthentication', start: 55, length: 19, kind: 'identifier' },
    { name: 'reserved', start: 74, length: 6, kind: 'identifier', fixed: '' },
    { name: 'originatingBank', start: 80, length: 8, kind: 'numeric' },
    { name: 'batchNumber', start: 88, length: 7, kind: 'numeric' },
  ],
} as const satisfies RecordLayout;

/** @throws LeaseError BANK_FILE_INVALID when a total passes $9,999,999,999.99 */
export function writeBatchControl(header: AchBatchHeader, sums: ControlSums): string {
  const { serviceClass, companyIdentification, originatingBank, batchNumber } = header;
  return writeRecord(BATCH_CONTROL, {
    ...{ serviceClass, companyIdentification, originatingBank, batchNumber },
    ...sums,
    messageAuthentication: '',
  });
}

const SAME = ['serviceClass', 'companyIdentification', 'originatingBank', 'batchNumber'] as const;
const SUMS = ['recordCount', 'entryHash', 'debitCents', 'creditCents'] as const;

/**
 * Compares the control with the header and the entries it closes.
 * @throws LeaseError BANK_FILE_INVALID with the line, the rule, what stands there and what was computed
 */
export function checkBatchControl(line: Line, header: AchBatchHeader, sums: ControlSums): void {
  const read = readRecord(BATCH_CONTROL, line);
  for (const name of SAME) {
    const same = name === 'batchNumber' ? Number(read.batchNumber) === header.batchNumber : read[name] === header[name];
    if (!same) throw damaged(line.number, 'HEADER_CONTROL_MISMATCH', `batch control: ${name} is not the header's`);
  }
  for (const name of SUMS) {
    if (Number(read[name]) === sums[name]) continue;
    throw damaged(line.number, 'CONTROL_TOTALS', `batch control: ${name} is ${read[name]}, computed ${sums[name]}`);
  }
}
