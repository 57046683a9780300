import { unless, type Check } from './check';
import { cut, type RawBatch, type RawEntry, type RawLine } from './raw-file';
import type { Violation } from './violation';

/** Digits only; anything else is no number, and equals none. */
const numberAt = (line: RawLine, first: number, last: number): number => {
  const digits = cut(line, first, last);
  return /^\d+$/.test(digits) ? Number(digits) : NaN;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** The rightmost ten digits. */
const hashOf = (number: number): number => number % 10_000_000_000;

function perBatch(check: 'V22' | 'V23' | 'V24', holds: (batch: RawBatch) => boolean, detail: string): Check {
  return ({ batches }): Violation[] =>
    batches.flatMap((batch) => unless(check, [batch.control], () => holds(batch), detail));
}

export const countsIncludeAddenda = perBatch(
  'V22',
  ({ entries, control }) => numberAt(control, 5, 10) === sum(entries.map(({ addenda }) => 1 + addenda.length)),
  'entry and addenda count is wrong',
);

export const hashesAreRight = perBatch(
  'V23',
  ({ entries, control }) => numberAt(control, 11, 20) === hashOf(sum(entries.map((entry) => numberAt(entry, 4, 11)))),
  'entry hash is wrong',
);

export const totalsAreRight = perBatch(
  'V24',
  ({ entries, control }) => {
    const total = (isWanted: (unit: string) => boolean): number =>
      sum(entries.filter((entry) => isWanted(cut(entry, 3, 3))).map(amountOf));
    return (
      numberAt(control, 21, 32) === total((unit) => unit > '4') &&
      numberAt(control, 33, 44) === total((unit) => unit < '5')
    );
  },
  'debit or credit total is wrong',
);

const amountOf = (entry: RawEntry): number => numberAt(entry, 30, 39);

/** Where the file control sums what the batch controls say: count, hash, debits, credits. */
const SUMMED = [
  [14, 21, 5, 10],
  [22, 31, 11, 20],
  [32, 43, 21, 32],
  [44, 55, 33, 44],
] as const;

export const fileTotalsAreTheBatches: Check = ({ batches, control }) =>
  unless(
    'V25',
    [control],
    () =>
      numberAt(control, 2, 7) === batches.length &&
      SUMMED.every(([first, last, from, to]) => {
        const total = sum(batches.map((batch) => numberAt(batch.control, from, to)));
        return numberAt(control, first, last) === (first === 22 ? hashOf(total) : total);
      }),
    'file control is not the sum of the batches',
  );

export const blockCountIsRight: Check = ({ lines, control }) =>
  unless('V26', [control], () => numberAt(control, 8, 13) === Math.ceil(lines.length / 10), 'block count is wrong');
