import type { AchEntry } from './ach-file';
import { directionOf } from './transaction-codes';

/** What a control record says of the records before it. */
export interface ControlSums {
  readonly recordCount: number;
  readonly entryHash: number;
  readonly debitCents: number;
  readonly creditCents: number;
}

export const NO_SUMS: ControlSums = { recordCount: 0, entryHash: 0, debitCents: 0, creditCents: 0 };

/** The hash keeps the rightmost ten digits (domain.md 5.1). */
const HASH_MODULUS = 10_000_000_000;

/** Entries and addenda, the sum of the receiving banks, the money of each direction in integer cents. */
export function sumsOf(entries: readonly AchEntry[]): ControlSums {
  let recordCount = 0;
  let hash = 0;
  const totals = { credit: 0, debit: 0 };
  for (const entry of entries) {
    recordCount += entry.addenda === undefined ? 1 : 2;
    hash += Number(entry.routingNumber.slice(0, 8));
    totals[directionOf(entry.transactionCode)] += entry.amountCents;
  }
  return { recordCount, entryHash: hash % HASH_MODULUS, debitCents: totals.debit, creditCents: totals.credit };
}

/** The file's control is the sum of the batches' controls, cut to the same ten digits. */
export function addSums(one: ControlSums, other: ControlSums): ControlSums {
  return {
    recordCount: one.recordCount + other.recordCount,
    entryHash: (one.entryHash + other.entryHash) % HASH_MODULUS,
    debitCents: one.debitCents + other.debitCents,
    creditCents: one.creditCents + other.creditCents,
  };
}
