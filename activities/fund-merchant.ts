import { postEntries } from '../db/ledger';
import type { Instant } from '../domain/calendar-date';
import type { Cents } from '../domain/cents';
import type { LeaseId, MerchantId } from '../domain/ids';
import { leaseFunded } from '../domain/ledger-entries';
import type { LeasePricing } from '../domain/pricing';
import type { ActivityDeps } from './deps';

export interface FundMerchantInput {
  leaseId: LeaseId;
  merchantId: MerchantId;
  invoiceTotalCents: Cents;
  pricing: LeasePricing;
  fundedAt: Instant;
}

/**
 * Makes the merchant payable for one delivered lease, and opens the customer's balance. Amounts in US cents.
 *
 * The lease ID is the business key of the entries, so however often this runs they are posted once; the daily run
 * pays them.
 *
 * @throws EntryConflict when the lease was funded before with other amounts: a programming error
 */
export function fundMerchant({ db }: ActivityDeps) {
  return async ({ leaseId, merchantId, invoiceTotalCents, pricing, fundedAt }: FundMerchantInput): Promise<void> => {
    const { totalToOwnCents, initialPaymentCents } = pricing;
    const about = { leaseId, merchantId, occurredAt: fundedAt };
    const entries = leaseFunded({ ...about, invoiceTotalCents, totalToOwnCents, initialPaymentCents });
    await db.transaction().execute((trx) => postEntries(trx, entries));
  };
}
