import type { PurchaseQuotes } from '../../../api/money/purchases-port';
import { calendarDate } from '../../../domain/calendar-date';
import { cents } from '../../../domain/cents';
import { ownLease } from './fake-ports';

const TODAY = calendarDate('2026-11-24');

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
