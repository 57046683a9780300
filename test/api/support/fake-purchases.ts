import type { PurchaseQuotes } from '../../../api/money/purchases-port';
import { cents } from '../../../domain/cents';
import { ownLease, TODAY } from './fake-leases';

export const fakePurchaseQuotes = (): PurchaseQuotes => ({
  async quote(caller, leaseId, asOfOn = TODAY) {
    ownLease(caller, leaseId);
    return {
      quoteId: 'QTE-1',
      asOfOn,
      amountCents: cents(54_976),
      goodThroughOn: asOfOn,
      formula: 'contract_90_day',
      breakdown: [
        { label: 'Cash price', amountCents: cents(100_000) },
        { label: 'Lease payments made', amountCents: cents(-45_024) },
      ],
      paidCents: cents(49_924),
      payToTermCents: cents(150_076),
    };
  },
});
