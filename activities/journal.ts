import type { LeaseRow } from '../db/leases';
import { cents } from '../domain/cents';
import type { NewEvent } from '../domain/lease/judgement';
import type { Recording } from '../domain/lease/recording';
import type { JournalEntry } from '../domain/ledger';
import { initialPaymentCaptured, initialPaymentRefunded } from '../domain/ledger-entries';

/** The journal entries of a step: money that moved is posted in the transaction that makes the step known. */
export function entriesOf({ lease_id: leaseId, merchant_id: merchantId }: LeaseRow, step: Recording): JournalEntry[] {
  const moved = (event: NewEvent) => ({ leaseId, merchantId, occurredAt: step.at, ...roundAndAmount(event) });
  return step.events.flatMap((event) => {
    if (event.data?.['amountCents'] === 0) return []; // a program without an initial payment moves no money at signing
    if (event.type === 'initial_payment.captured') return [initialPaymentCaptured(moved(event))];
    if (event.type === 'initial_payment.refunded') return [initialPaymentRefunded(moved(event))];
    return [];
  });
}

function roundAndAmount({ type, data }: NewEvent) {
  const round = data?.['round'];
  const amountCents = data?.['amountCents'];
  if (typeof round !== 'number' || typeof amountCents !== 'number')
    throw new Error(`${type} lacks its round or amount`);
  return { round, amountCents: cents(amountCents) };
}
