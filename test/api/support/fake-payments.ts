import type { PaymentLine, PaymentReads } from '../../../api/money/payments-port';
import { cents, ZERO_CENTS } from '../../../domain/cents';
import { CUSTOMER, ownLease, TODAY } from './fake-leases';

export const fakePaymentReads = (): PaymentReads => ({
  async history(caller, id) {
    ownLease(caller, id);
    const initial: PaymentLine = {
      ...{ paymentId: `PAY-${id}-initial`, kind: 'initial', number: null, dueOn: null, state: 'posted' },
      ...{ postedOn: TODAY, effectiveOn: TODAY, amountCents: cents(4_900), reference: 'capture-1' },
      ...{ method: { type: 'card', last4: null }, balanceAfterCents: cents(195_100) },
    };
    const sums = { totalPaidCents: cents(4_900), remainingCents: cents(195_100), feesDueCents: ZERO_CENTS };
    return { data: [initial], cutOffOn: TODAY, ...sums };
  },
  async fees(caller, id) {
    ownLease(caller, id);
    return { data: [], assessedCents: ZERO_CENTS, waivedCents: ZERO_CENTS, totalCents: ZERO_CENTS };
  },
  async statementHead(caller, id) {
    ownLease(caller, id);
    return { leaseId: id, language: CUSTOMER.language, payFrequency: 'biWeekly', cutOffOn: TODAY };
  },
});
