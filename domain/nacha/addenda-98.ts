import { damaged } from './damage';
import type { RecordLayout } from './layout';
import { readRecord, type Line } from './record-reader';
import { writeRecord } from './record-writer';

/** The receiver's bank tells what to write next time (domain.md 5.7). */
export interface NotificationOfChange {
  readonly kind: '98';
  /** `C01` to `C99`. */
  readonly changeCode: string;
  readonly originalTraceNumber: string;
  /** First eight digits of the routing number the original entry went to. */
  readonly originalReceivingBank: string;
  /** Up to 29 characters, laid out by the change code: {@link readCorrection}. */
  readonly correctedData: string;
  readonly traceNumber: string;
}

export const ADDENDA_98 = {
  record: 'addenda 98',
  fields: [
    { name: 'recordType', start: 1, length: 1, kind: 'numeric', fixed: '7' },
    { name: 'addendaType', start: 2, length: 2, kind: 'numeric', fixed: '98' },
    { name: 'changeCode', start: 4, length: 3, kind: 'identifier' },
    { name: 'originalTraceNumber', start: 7, length: 15, kind: 'numeric' },
    { name: 'reserved', start: 22, length: 6, kind: 'identifier', fixed: '' },
    { name: 'originalReceivingBank', start: 28, length: 8, kind: 'numeric' },
    { name: 'correctedData', start: 36, length: 29, kind: 'identifier' },
    { name: 'reservedToo', start: 65, length: 15, kind: 'identifier', fixed: '' },
    { name: 'traceNumber', start: 80, length: 15, kind: 'numeric' },
  ],
} as const satisfies RecordLayout;

/** @throws LeaseError BANK_FILE_INVALID when a value does not fit */
export function writeAddenda98(change: NotificationOfChange): string {
  const { kind: _kind, ...values } = change;
  return writeRecord(ADDENDA_98, values);
}

/** @throws LeaseError BANK_FILE_INVALID with the line and the rule */
export function readAddenda98(line: Line): NotificationOfChange {
  const read = readRecord(ADDENDA_98, line);
  const wrong = (what: string): Error => damaged(line.number, 'FIELD_VALUE', `addenda 98: ${what}`);
  if (!/^C\d{2}$/.test(read.changeCode)) throw wrong('change code is not C and two digits');
  if (read.correctedData === '') throw wrong('corrected data is blank');
  return { kind: '98', ...read };
}
