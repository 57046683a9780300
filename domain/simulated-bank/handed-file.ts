import { type CalendarDate, calendarDate, isCalendarDate } from '../calendar-date';
import { LeaseError } from '../errors';

/** What the bank keeps of one entry: the positions of domain.md 5.1, taken as they stand. */
export interface HandedEntry {
  /** two digits; the first names the kind of account, the second what is done to it */
  transactionCode: string;
  routingNumber: string;
  accountNumber: string;
  amountCents: number;
  identification: string;
  receiverName: string;
  traceNumber: string;
}

export interface HandedBatch {
  companyName: string;
  companyIdentification: string;
  entryClass: string;
  entryDescription: string;
  effectiveOn: CalendarDate;
  entries: HandedEntry[];
}

export interface HandedFile {
  destination: string;
  origin: string;
  destinationName: string;
  originName: string;
  createdOn: CalendarDate;
  batches: HandedBatch[];
}

const HASH_MODULUS = 10_000_000_000;
const ORDER = /^1(?:5(?:67?)+8)+9+$/;

/**
 * Reads a file as the simulated bank does. On purpose apart from `domain/nacha`: the two would not make the same
 * mistake, so what one writes and the other takes is right.
 *
 * @throws LeaseError BANK_FILE_INVALID when order, counts, hashes, totals or blocks are wrong: the bank refuses the file
 */
export function readHandedFile(text: string): HandedFile {
  const lines = text.split('\n');
  const wrongLine = lines.findIndex((line) => line.length !== 94 || !/^[ -~]*$/.test(line));
  if (wrongLine >= 0) throw refused(`line ${wrongLine + 1} is no record`);
  if (!ORDER.test(lines.map((line) => line.charAt(0)).join(''))) throw refused('the records are out of order');
  const [header = ''] = lines;
  if (cut(header, 35, 40) !== '094101') throw refused('the format is not 094, 10, 1');
  const batches: HandedBatch[] = [];
  const sums: Sums[] = [];
  for (const [at, line] of lines.entries()) {
    if (!line.startsWith('5')) continue;
    const inBatch = lines.slice(at, endOfBatch(lines, at));
    batches.push(batchOf(inBatch));
    sums.push(provenSums(inBatch));
  }
  proveFile(lines, sums);
  return { ...partiesOf(header), createdOn: dateAt(header, 24), batches };
}

/** Where the batch that begins at `from` has ended: after its control. */
function endOfBatch(lines: readonly string[], from: number): number {
  let at = from;
  while (lines[at]?.startsWith('8') === false) at += 1;
  return at + 1;
}

function partiesOf(header: string) {
  return {
    destination: cut(header, 4, 13).trim(),
    origin: cut(header, 14, 23).trim(),
    destinationName: cut(header, 41, 63).trim(),
    originName: cut(header, 64, 86).trim(),
  };
}

function batchOf(lines: readonly string[]): HandedBatch {
  const [header = ''] = lines;
  return {
    companyName: cut(header, 5, 20).trim(),
    companyIdentification: cut(header, 41, 50).trim(),
    entryClass: cut(header, 51, 53),
    entryDescription: cut(header, 54, 63).trim(),
    effectiveOn: dateAt(header, 70),
    entries: lines.filter((line) => line.startsWith('6')).map(entryOf),
  };
}

function entryOf(line: string): HandedEntry {
  return {
    transactionCode: cut(line, 2, 3),
    routingNumber: cut(line, 4, 12),
    accountNumber: cut(line, 13, 29).trim(),
    amountCents: numberAt(line, 30, 39),
    identification: cut(line, 40, 54).trim(),
    receiverName: cut(line, 55, 76).trim(),
    traceNumber: cut(line, 80, 94),
  };
}

interface Sums {
  count: number;
  hash: number;
  debitCents: number;
  creditCents: number;
}

const isDebit = (line: string): boolean => cut(line, 3, 3) >= '5';

/** What the entries of a batch add up to, compared with what its control says. */
function provenSums(lines: readonly string[]): Sums {
  const records = lines.filter((line) => /^[67]/.test(line));
  const entries = records.filter((line) => line.startsWith('6'));
  const amounts = (side: readonly string[]): number => total(side.map((line) => numberAt(line, 30, 39)));
  const sums = {
    count: records.length,
    hash: total(entries.map((line) => numberAt(line, 4, 11))) % HASH_MODULUS,
    debitCents: amounts(entries.filter(isDebit)),
    creditCents: amounts(entries.filter((line) => !isDebit(line))),
  };
  const control = lines.at(-1) ?? '';
  const said = `${cut(control, 5, 10)} ${cut(control, 11, 20)} ${cut(control, 21, 32)} ${cut(control, 33, 44)}`;
  if (said !== spelt(sums, 6)) throw refused('a batch does not add up to its control');
  return sums;
}

function proveFile(lines: readonly string[], batches: readonly Sums[]): void {
  const at = lines.findLastIndex((line) => line.startsWith('9') && line !== '9'.repeat(94));
  const control = lines[at] ?? '';
  const padding = lines.slice(at + 1);
  if (lines.length % 10 !== 0 || padding.length > 9) throw refused('the blocks are not full');
  if (lines.filter((line) => line.startsWith('9')).length !== padding.length + 1) throw refused('two file controls');
  const sums = {
    count: total(batches.map(({ count }) => count)),
    hash: total(batches.map(({ hash }) => hash)) % HASH_MODULUS,
    debitCents: total(batches.map(({ debitCents }) => debitCents)),
    creditCents: total(batches.map(({ creditCents }) => creditCents)),
  };
  const said = `${cut(control, 14, 21)} ${cut(control, 22, 31)} ${cut(control, 32, 43)} ${cut(control, 44, 55)}`;
  const isCounted = numberAt(control, 2, 7) === batches.length && numberAt(control, 8, 13) * 10 === lines.length;
  if (said !== spelt(sums, 8) || !isCounted) throw refused('the file does not add up to its control');
}

const spelt = ({ count, hash, debitCents, creditCents }: Sums, countDigits: number): string =>
  `${digits(count, countDigits)} ${digits(hash, 10)} ${digits(debitCents, 12)} ${digits(creditCents, 12)}`;

const digits = (value: number, length: number): string => String(value).padStart(length, '0');
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Positions as domain.md counts them: from 1, both ends included. */
const cut = (line: string, from: number, to: number): string => line.slice(from - 1, to);

function numberAt(line: string, from: number, to: number): number {
  const text = cut(line, from, to);
  if (!/^\d+$/.test(text)) throw refused(`no number at ${from}-${to}`);
  return Number(text);
}

function dateAt(line: string, from: number): CalendarDate {
  const text = cut(line, from, from + 5);
  const date = calendarDate(`20${text.slice(0, 2)}-${text.slice(2, 4)}-${text.slice(4)}`);
  if (!isCalendarDate(date)) throw refused(`no date at ${from}`);
  return date;
}

const refused = (why: string): LeaseError => new LeaseError('BANK_FILE_INVALID', `the bank refuses the file: ${why}`);
