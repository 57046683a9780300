import { calendarDate, instant } from '../../../domain/calendar-date';
import { cents } from '../../../domain/cents';
import type { LeaseView } from '../../../domain/lease-view';

const TODAY = calendarDate('2026-11-24');

export const RETURN_AUTHORIZATION = {
  isReturnEligible: true,
  authorizationCode: 'RA7K-2M4P-9QXT',
  validUntilAt: instant(Date.UTC(2026, 11, 24)),
  reasons: [],
};

export const returnAnswer = (lease: LeaseView) => ({
  returnId: `RET-${lease.leaseId}-1`,
  actionType: 'return',
  merchantDebitCents: cents(30_000),
  customerRefundCents: cents(0),
  lease,
  schedule: {
    payments: [{ paymentId: 'PAY-1', number: 1, dueOn: TODAY, amountCents: cents(5_253), state: 'scheduled' }],
    totalCents: cents(5_253),
    initialPaymentCents: cents(4_900),
  },
});

export const PAYMENT_LINE = {
  paymentId: 'PAY-1',
  kind: 'one_time',
  number: null,
  dueOn: null,
  postedOn: TODAY,
  effectiveOn: TODAY,
  amountCents: cents(7_504),
  method: { type: 'card', last4: null },
  state: 'posted',
  balanceAfterCents: cents(187_596),
  reference: 'cap_1',
};
