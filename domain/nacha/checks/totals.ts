import { unless, type Check } from './check';
import { cut, numberAt } from './fields';
import type { RawBatch } from './raw-file';
import type { Violation } from './violation';

/** The rightmost ten digits. */
const hashOf = (number: number): number => number % 10_000_000_000;

function sumOf<T>(things: readonly T[], numberOf: (thing: T) => number): number {
  return things.reduce((total, thing) => total + numberOf(thing), 0);
}

function perBatch(check: 'V22' | 'V23' | 'V24', holds: (batch: RawBatch) => boolean, detail: string): Check {
  return ({ batches }): Violation[] =>
    batches.flatMap((batch) => unless(check, [batch.control], () => holds(batch), detail));
}

export const countsIncludeAddenda = perBatch(
  'V22',
  ({ entries, control }) => numberAt(control, 5, 10) === sumOf(entries, ({ addenda }) => 1 + addenda.length),
  'entry and addenda count is wrong',
);

export const hashesAreRight = perBatch(
  'V23',
  ({ entries, control }) => numberAt(control, 11, 20) === hashOf(sumOf(entries, (entry) => numberAt(entry, 4, 11))),
  'entry hash is wrong',
);

export const totalsAreRight = perBatch('V24', areTotalsRight, 'debit or credit total is wrong');

function areTotalsRight({ entries, control }: RawBatch): boolean {
  let debitCents = 0;
  let creditCents = 0;
  for (const entry of entries) {
    if (cut(entry, 3, 3) < '5') creditCents += numberAt(entry, 30, 39);
    else debitCents += numberAt(entry, 30, 39);
  }
  return numberAt(control, 21, 32) === debitCents && numberAt(control, 33, 44) === creditCents;
}

/** Where the file control sums what the batch controls say: count, hash, debits, credits. */
const SUMMED = [
  [14, 21, 5, 10],
  [22, 31, 11, 20],
  [32, 43, 21, 32],
  [44, 55, 33, 44],
] as const;

export const fileTotalsAreTheBatches: Check = ({ batches, control }) => {
  const isSummed = SUMMED.every(([first, last, from, to]) => {
    const total = sumOf(batches, (batch) => numberAt(batch.control, from, to));
    return numberAt(control, first, last) === (first === 22 ? hashOf(total) : total);
  });
  const holds = isSummed && numberAt(control, 2, 7) === batches.length;
  return unless('V25', [control], () => holds, 'file control is not the sum of the batches');
};

export const blockCountIsRight: Check = ({ lines, control }) =>
  unless('V26', [control], () => numberAt(control, 8, 13) === Math.ceil(lines.length / 10), 'block count is wrong');
