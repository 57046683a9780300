import { damaged } from './damage';
import type { RecordLayout } from './layout';
import { readRecord, type Line } from './record-reader';
import { writeRecord } from './record-writer';

/** What the payment is for, in words the receiver's bank shows: the `+` of CCD+. */
export interface RemittanceAddenda {
  readonly kind: '05';
  /** Up to 80 characters. */
  readonly paymentInformation: string;
}

export const ADDENDA_05 = {
  record: 'addenda 05',
  fields: [
    { name: 'recordType', start: 1, length: 1, kind: 'numeric', fixed: '7' },
    { name: 'addendaType', start: 2, length: 2, kind: 'numeric', fixed: '05' },
    { name: 'paymentInformation', start: 4, length: 80, kind: 'identifier' },
    // At most one addenda an entry, so the first is the only.
    { name: 'addendaSequence', start: 84, length: 4, kind: 'numeric', fixed: '0001' },
    { name: 'entrySequence', start: 88, length: 7, kind: 'numeric' },
  ],
} as const satisfies RecordLayout;

/** The last seven digits of a trace number: they tie an addenda to its entry. */
export const entrySequenceOf = (traceNumber: string): string => traceNumber.slice(-7);

/**
 * @param traceNumber of the entry it belongs to
 * @throws LeaseError BANK_FILE_INVALID when the information is longer than 80 characters
 */
export function writeAddenda05({ paymentInformation }: RemittanceAddenda, traceNumber: string): string {
  return writeRecord(ADDENDA_05, { paymentInformation, entrySequence: entrySequenceOf(traceNumber) });
}

/** @throws LeaseError BANK_FILE_INVALID with the line and the rule; also when it belongs to another entry */
export function readAddenda05(line: Line, traceNumber: string): RemittanceAddenda {
  const { paymentInformation, entrySequence } = readRecord(ADDENDA_05, line);
  if (entrySequence !== entrySequenceOf(traceNumber)) {
    throw damaged(line.number, 'FIELD_VALUE', 'addenda 05: entry sequence is not that of the entry before it');
  }
  return { kind: '05', paymentInformation };
}
