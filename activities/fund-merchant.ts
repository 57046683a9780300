import type { Trx } from '../db/database';
import type { LeaseRow } from '../db/leases';
import { postEntries } from '../db/ledger';
import { leaseFunded } from '../domain/ledger-entries';

/**
 * Makes the merchant payable for one delivered lease, and opens the customer's balance. Amounts in US cents.
 *
 * The lease ID is the business key of the entries, so however often this runs they are posted once; the daily run
 * pays them.
 *
 * @param lease the row as it is once Funded
 * @throws EntryConflict when the lease was funded before with other amounts: a programming error
 */
export async function fundMerchant(trx: Trx, lease: LeaseRow): Promise<void> {
  const { lease_id: leaseId, merchant_id: merchantId, invoice_total_cents: invoiceTotalCents } = lease;
  const { pricing, funded_at: occurredAt } = lease;
  if (!invoiceTotalCents || !pricing || !occurredAt) throw new Error('a merchant is funded for a delivered order only');
  const { totalToOwnCents, initialPaymentCents } = pricing;
  const about = { leaseId, merchantId, occurredAt };
  await postEntries(trx, leaseFunded({ ...about, invoiceTotalCents, totalToOwnCents, initialPaymentCents }));
}
