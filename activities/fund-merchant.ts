import { postEntries } from '../db/ledger';
import type { Instant } from '../domain/calendar-date';
import type { Cents } from '../domain/cents';
import type { LeaseId, MerchantId } from '../domain/ids';
import { leaseFunded } from '../domain/ledger-entries';
import type { ActivityDeps } from './deps';

export interface FundMerchantInput {
  leaseId: LeaseId;
  merchantId: MerchantId;
  invoiceTotalCents: Cents;
  totalToOwnCents: Cents;
  initialPaymentCents: Cents;
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
  return async ({ fundedAt, ...funding }: FundMerchantInput): Promise<void> => {
    const entries = leaseFunded({ ...funding, occurredAt: fundedAt });
    await db.transaction().execute((trx) => postEntries(trx, entries));
  };
}
