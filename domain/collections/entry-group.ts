import { assertNever } from '../errors';
import type { AchBatchHeader } from '../nacha/ach-file';

/** An entry of a collection run by what it is for: each kind stands in a batch of its own and says so to the customer. */
export const ENTRY_GROUPS = ['rent', 'late_fee', 'retry', 'refund'] as const;
export type EntryGroup = (typeof ENTRY_GROUPS)[number];

/** Nacha's own name for a debit that is presented again (domain.md 3.8). */
export const RETRY_DESCRIPTION = 'RETRY PYMT';

/** What the customer reads on the bank statement: up to ten characters. */
export function entryDescription(group: EntryGroup): string {
  switch (group) {
    case 'rent':
      return 'LEASE PYMT';
    case 'late_fee':
      return 'LATE FEE';
    case 'retry':
      return RETRY_DESCRIPTION;
    case 'refund':
      return 'REFUND';
    default:
      return assertNever(group);
  }
}

/** A batch either takes money from customers or gives it back. */
export function serviceClass(group: EntryGroup): AchBatchHeader['serviceClass'] {
  return group === 'refund' ? '220' : '225';
}
