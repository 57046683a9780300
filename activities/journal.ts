import type { LeaseRow } from '../db/leases';
import type { Recording } from '../domain/lease/recording';
import type { JournalEntry } from '../domain/ledger';
import { initialPaymentCaptured, initialPaymentRefunded } from '../domain/ledger-entries';

/** The journal entries of a step: money that moved is posted in the transaction that makes the step known. */
export function entriesOf({ lease_id: leaseId, merchant_id: merchantId }: LeaseRow, step: Recording): JournalEntry[] {
  const about = { leaseId, merchantId, occurredAt: step.at };
  return step.events.flatMap((event) => {
    switch (event.type) {
      case 'initial_payment.captured':
        // A program without an initial payment moves no money at signing.
        return event.data.amountCents === 0 ? [] : [initialPaymentCaptured({ ...about, ...event.data })];
      case 'initial_payment.refunded':
        return [initialPaymentRefunded({ ...about, ...event.data })];
      default:
        return [];
    }
  });
}
