import { ENTRY_CLASSES, SERVICE_CLASSES, type AchBatchHeader } from './ach-file';
import { damaged } from './damage';
import type { RecordLayout } from './layout';
import { readRecord, type Line } from './record-reader';
import { writeRecord } from './record-writer';
import { readShortDate, shortDate } from './short-date';

export const BATCH_HEADER = {
  record: 'batch header',
  fields: [
    { name: 'recordType', start: 1, length: 1, kind: 'numeric', fixed: '5' },
    { name: 'serviceClass', start: 2, length: 3, kind: 'numeric' },
    { name: 'companyName', start: 5, length: 16, kind: 'text' },
    { name: 'companyDiscretionaryData', start: 21, length: 20, kind: 'text' },
    { name: 'companyIdentification', start: 41, length: 10, kind: 'identifier' },
    { name: 'entryClass', start: 51, length: 3, kind: 'identifier' },
    { name: 'entryDescription', start: 54, length: 10, kind: 'identifier' },
    { name: 'descriptiveDate', start: 64, length: 6, kind: 'identifier' },
    { name: 'effectiveOn', start: 70, length: 6, kind: 'identifier' },
    { name: 'settlementDay', start: 76, length: 3, kind: 'identifier' },
    { name: 'originatorStatus', start: 79, length: 1, kind: 'numeric', fixed: '1' },
    { name: 'originatingBank', start: 80, length: 8, kind: 'numeric' },
    { name: 'batchNumber', start: 88, length: 7, kind: 'numeric' },
  ],
} as const satisfies RecordLayout;

/** What comes back from a bank need not name a day to settle on; then zeros stand there. */
const NO_DAY = '000000';

/** @throws LeaseError BANK_FILE_INVALID when a value does not fit */
export function writeBatchHeader(header: AchBatchHeader): string {
  const { companyDiscretionaryData = '', descriptiveDate = '', settlementDay = '', effectiveOn, ...rest } = header;
  const day = effectiveOn === undefined ? NO_DAY : shortDate(effectiveOn);
  return writeRecord(BATCH_HEADER, {
    ...rest,
    companyDiscretionaryData,
    descriptiveDate,
    settlementDay,
    effectiveOn: day,
  });
}

/** @throws LeaseError BANK_FILE_INVALID with the line and the rule */
export function readBatchHeader(line: Line): AchBatchHeader {
  const read = readRecord(BATCH_HEADER, line);
  const wrong = (what: string): Error => damaged(line.number, 'FIELD_VALUE', `batch header: ${what}`);
  const serviceClass = SERVICE_CLASSES.find((known) => known === read.serviceClass);
  if (serviceClass === undefined) throw wrong('service class is not 200, 220 or 225');
  const entryClass = ENTRY_CLASSES.find((known) => known === read.entryClass);
  if (entryClass === undefined) throw wrong(`entry class is not one of ${ENTRY_CLASSES.join(', ')}`);
  const effectiveOn = readShortDate(read.effectiveOn);
  if (effectiveOn === undefined && !['', NO_DAY].includes(read.effectiveOn)) {
    throw wrong('effective entry date is no date');
  }
  if (!/^(?:\d{3})?$/.test(read.settlementDay)) throw wrong('settlement date is not three digits');
  const { companyName, companyIdentification, entryDescription, originatingBank } = read;
  return {
    ...{ serviceClass, companyName, companyIdentification, entryClass, entryDescription, originatingBank },
    batchNumber: Number(read.batchNumber),
    ...(read.companyDiscretionaryData === '' ? {} : { companyDiscretionaryData: read.companyDiscretionaryData }),
    ...(read.descriptiveDate === '' ? {} : { descriptiveDate: read.descriptiveDate }),
    ...(read.settlementDay === '' ? {} : { settlementDay: read.settlementDay }),
    ...(effectiveOn === undefined ? {} : { effectiveOn }),
  };
}
