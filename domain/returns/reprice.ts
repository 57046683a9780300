import { cents, ZERO_CENTS } from '../cents';
import { levelAmounts } from '../payment-schedule';
import type { LeasePricing } from '../pricing';
import { type AccountPayment, isLive, totalCents } from './account-payment';
import { type InvoiceChange, scaledCents } from './scale';

/**
 * The price of a Funded lease after a return: what the goods that are left cost, and the schedule as it now is. All
 * amounts in US cents.
 *
 * @param payments the schedule after the return
 */
export function repriceFunded(
  before: LeasePricing,
  invoice: InvoiceChange,
  payments: readonly AccountPayment[],
): LeasePricing {
  const live = payments.filter(isLive);
  const unpaid = live.find(({ state }) => state !== 'paid' && state !== 'in_file');
  const last = live[live.length - 1];
  return {
    ...withTotal(before, invoice, before.initialPaymentCents + totalCents(payments)),
    numberOfPayments: live.length,
    paymentCents: unpaid?.amountCents ?? last?.amountCents ?? ZERO_CENTS,
    lastPaymentCents: last?.amountCents ?? ZERO_CENTS,
  };
}

/**
 * The price of an order that became smaller or cheaper before it was delivered: the rent after the initial payment is
 * scaled; what was paid initially stays the first rent (domain.md 3.9). All amounts in US cents.
 */
export function repriceUndelivered(before: LeasePricing, invoice: InvoiceChange): LeasePricing {
  const { totalToOwnCents, initialPaymentCents, numberOfPayments } = before;
  const rentCents = scaledCents(cents(totalToOwnCents - initialPaymentCents), invoice);
  const priced = withTotal(before, invoice, initialPaymentCents + rentCents);
  if (rentCents === 0) return { ...priced, numberOfPayments: 0, paymentCents: rentCents, lastPaymentCents: rentCents };
  const levelCents = Math.ceil(rentCents / numberOfPayments);
  return { ...priced, ...levelAmounts(rentCents, Math.ceil(rentCents / levelCents)) };
}

function withTotal(before: LeasePricing, invoice: InvoiceChange, totalToOwnCents: number): LeasePricing {
  const cashPriceCents = scaledCents(before.cashPriceCents, invoice);
  return {
    ...before,
    cashPriceCents,
    costOfLeaseCents: cents(totalToOwnCents - cashPriceCents),
    totalToOwnCents: cents(totalToOwnCents),
    ninetyDayBuyoutCents: scaledCents(before.ninetyDayBuyoutCents, invoice),
  };
}
