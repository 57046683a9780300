import type { CalendarDate } from '../calendar-date';
import { damaged } from './damage';
import type { RecordLayout } from './layout';
import { readRecord, type Line } from './record-reader';
import { writeRecord } from './record-writer';
import { readShortDate, shortDate } from './short-date';

/** The receiver's bank sends an entry back, and says why (domain.md 5.7). */
export interface ReturnAddenda {
  readonly kind: '99';
  /** `R01` to `R99`. */
  readonly returnCode: string;
  readonly originalTraceNumber: string;
  /** With R14 and R15 only. */
  readonly diedOn?: CalendarDate;
  /** First eight digits of the routing number the original entry went to. */
  readonly originalReceivingBank: string;
  /** Up to 44 characters for people. */
  readonly information?: string;
  readonly traceNumber: string;
}

export const ADDENDA_99 = {
  record: 'addenda 99',
  fields: [
    { name: 'recordType', start: 1, length: 1, kind: 'numeric', fixed: '7' },
    { name: 'addendaType', start: 2, length: 2, kind: 'numeric', fixed: '99' },
    { name: 'returnCode', start: 4, length: 3, kind: 'identifier' },
    { name: 'originalTraceNumber', start: 7, length: 15, kind: 'numeric' },
    { name: 'diedOn', start: 22, length: 6, kind: 'identifier' },
    { name: 'originalReceivingBank', start: 28, length: 8, kind: 'numeric' },
    { name: 'information', start: 36, length: 44, kind: 'text' },
    { name: 'traceNumber', start: 80, length: 15, kind: 'numeric' },
  ],
} as const satisfies RecordLayout;

/** @throws LeaseError BANK_FILE_INVALID when a value does not fit */
export function writeAddenda99(returned: ReturnAddenda): string {
  const { kind: _kind, diedOn, information = '', ...values } = returned;
  return writeRecord(ADDENDA_99, { ...values, information, diedOn: diedOn === undefined ? '' : shortDate(diedOn) });
}

/** @throws LeaseError BANK_FILE_INVALID with the line and the rule */
export function readAddenda99(line: Line): ReturnAddenda {
  const { diedOn: died, information, ...read } = readRecord(ADDENDA_99, line);
  const wrong = (what: string): Error => damaged(line.number, 'FIELD_VALUE', `addenda 99: ${what}`);
  if (!/^R\d{2}$/.test(read.returnCode)) throw wrong('return code is not R and two digits');
  const isBlank = died === '' || died === '000000';
  const diedOn = isBlank ? undefined : readShortDate(died);
  if (!isBlank && diedOn === undefined) throw wrong('date of death is no date');
  return {
    kind: '99',
    ...read,
    ...(diedOn === undefined ? {} : { diedOn }),
    ...(information === '' ? {} : { information }),
  };
}
