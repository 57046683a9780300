import { insertFundedLine, insertInitialPayment } from '../db/funding-opening';
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
 * Makes the merchant payable for one delivered lease, and opens the customer's balance: the ledger, the line that a
 * funding run pays, and the initial payment among the customer's payments, all or nothing. Amounts in US cents.
 *
 * The lease ID is the business key of each, so however often this runs they are there once; the daily run pays them.
 *
 * @throws EntryConflict when the lease was funded before with other amounts: a programming error
 */
export function fundMerchant({ db }: ActivityDeps) {
  return async (input: FundMerchantInput): Promise<void> => {
    const { fundedAt, ...funding } = input;
    const entries = leaseFunded({ ...funding, occurredAt: fundedAt });
    await db.transaction().execute(async (trx) => {
      await postEntries(trx, entries);
      await insertFundedLine(trx, input);
      await insertInitialPayment(trx, input);
    });
  };
}
