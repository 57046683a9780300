import type { AchFileHeader } from './ach-file';
import { damaged } from './damage';
import type { RecordLayout } from './layout';
import { readRecord, type Line } from './record-reader';
import { writeRecord } from './record-writer';
import { readShortDate, shortDate } from './short-date';

export const FILE_HEADER = {
  record: 'file header',
  fields: [
    { name: 'recordType', start: 1, length: 1, kind: 'numeric', fixed: '1' },
    { name: 'priority', start: 2, length: 2, kind: 'numeric', fixed: '01' },
    { name: 'immediateDestination', start: 4, length: 10, kind: 'identifier', justify: 'right' },
    { name: 'immediateOrigin', start: 14, length: 10, kind: 'identifier', justify: 'right' },
    { name: 'createdOn', start: 24, length: 6, kind: 'numeric' },
    { name: 'createdTime', start: 30, length: 4, kind: 'numeric' },
    { name: 'fileIdModifier', start: 34, length: 1, kind: 'identifier' },
    { name: 'recordSize', start: 35, length: 3, kind: 'numeric', fixed: '094' },
    { name: 'blockingFactor', start: 38, length: 2, kind: 'numeric', fixed: '10' },
    { name: 'format', start: 40, length: 1, kind: 'numeric', fixed: '1' },
    { name: 'destinationName', start: 41, length: 23, kind: 'text' },
    { name: 'originName', start: 64, length: 23, kind: 'text' },
    { name: 'reference', start: 87, length: 8, kind: 'identifier' },
  ],
} as const satisfies RecordLayout;

/** @throws LeaseError BANK_FILE_INVALID when a value does not fit */
export function writeFileHeader(header: AchFileHeader): string {
  const { reference = '', createdOn, ...rest } = header;
  return writeRecord(FILE_HEADER, { ...rest, reference, createdOn: shortDate(createdOn) });
}

const TIME = /^(?:[01]\d|2[0-3])[0-5]\d$/;

/** @throws LeaseError BANK_FILE_INVALID with the line and the rule */
export function readFileHeader(line: Line): AchFileHeader {
  const { createdOn: created, reference, ...rest } = readRecord(FILE_HEADER, line);
  const wrong = (what: string): Error => damaged(line.number, 'FIELD_VALUE', `file header: ${what}`);
  const createdOn = readShortDate(created);
  if (createdOn === undefined) throw wrong('creation date is no date');
  if (!TIME.test(rest.createdTime)) throw wrong('creation time is no time');
  if (!/^[A-Z0-9]$/.test(rest.fileIdModifier)) throw wrong('file ID modifier is not A-Z or 0-9');
  if (!/^\d{9,10}$/.test(rest.immediateDestination)) throw wrong('immediate destination is not nine or ten digits');
  if (rest.immediateOrigin === '') throw wrong('immediate origin is blank');
  return { ...rest, createdOn, ...(reference === '' ? {} : { reference }) };
}
