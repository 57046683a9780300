import { cents } from '../cents';
import type { AchEntry } from './ach-file';
import { damaged } from './damage';
import type { RecordLayout } from './layout';
import { readRecord, type Line } from './record-reader';
import { writeRecord } from './record-writer';
import { hasCheckDigit } from './routing-number';
import { isTransactionCode } from './transaction-codes';

/** One layout serves CCD, PPD, WEB, TEL and COR; only the names of two fields differ between their papers. */
export const ENTRY_DETAIL = {
  record: 'entry detail',
  fields: [
    { name: 'recordType', start: 1, length: 1, kind: 'numeric', fixed: '6' },
    { name: 'transactionCode', start: 2, length: 2, kind: 'numeric' },
    { name: 'routingNumber', start: 4, length: 9, kind: 'numeric' },
    { name: 'accountNumber', start: 13, length: 17, kind: 'identifier' },
    { name: 'amountCents', start: 30, length: 10, kind: 'numeric' },
    { name: 'identificationNumber', start: 40, length: 15, kind: 'identifier' },
    { name: 'receiverName', start: 55, length: 22, kind: 'text' },
    { name: 'discretionaryData', start: 77, length: 2, kind: 'identifier' },
    { name: 'addendaIndicator', start: 79, length: 1, kind: 'numeric' },
    { name: 'traceNumber', start: 80, length: 15, kind: 'numeric' },
  ],
} as const satisfies RecordLayout;

/** @throws LeaseError BANK_FILE_INVALID when a value does not fit: more than $99,999,999.99, an account of 18 digits */
export function writeEntryDetail(entry: AchEntry): string {
  return writeRecord(ENTRY_DETAIL, {
    transactionCode: entry.transactionCode,
    routingNumber: entry.routingNumber,
    accountNumber: entry.accountNumber,
    amountCents: entry.amountCents,
    identificationNumber: entry.identificationNumber,
    receiverName: entry.receiverName,
    discretionaryData: entry.discretionaryData ?? '',
    addendaIndicator: entry.addenda === undefined ? 0 : 1,
    traceNumber: entry.traceNumber,
  });
}

/** What the entry's own record says; that an addenda follows is compared with the next record by the reader. */
export interface ReadEntry {
  entry: Omit<AchEntry, 'addenda'>;
  hasAddenda: boolean;
}

/** @throws LeaseError BANK_FILE_INVALID with the line and the rule */
export function readEntryDetail(line: Line): ReadEntry {
  const { addendaIndicator, discretionaryData, transactionCode, amountCents, ...rest } = readRecord(ENTRY_DETAIL, line);
  if (!isTransactionCode(transactionCode)) throw wrong(line, `${transactionCode} is no transaction code`);
  if (!hasCheckDigit(rest.routingNumber)) throw wrong(line, 'the check digit of the routing number is wrong');
  if (rest.accountNumber === '') throw wrong(line, 'account number is blank');
  if (!['0', '1'].includes(addendaIndicator)) throw wrong(line, 'addenda indicator is not 0 or 1');
  const more = discretionaryData === '' ? {} : { discretionaryData };
  const entry = { transactionCode, ...rest, amountCents: cents(Number(amountCents)), ...more };
  return { entry, hasAddenda: addendaIndicator === '1' };
}

const wrong = ({ number }: Line, what: string): Error => damaged(number, 'FIELD_VALUE', `entry detail: ${what}`);
