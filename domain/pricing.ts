import { cents, type Cents } from './cents';
import { levelAmounts, type PaymentAmounts } from './payment-schedule';
import type { PayFrequency, ProgramTerms } from './program';

/** What the customer is shown before signing; all amounts in US cents before tax. */
export interface LeasePricing extends PaymentAmounts {
  cashPriceCents: Cents;
  /** total to own less cash price; the initial payment is part of it */
  costOfLeaseCents: Cents;
  totalToOwnCents: Cents;
  initialPaymentCents: Cents;
  payFrequency: PayFrequency;
  /** price to own within 90 days before any payment; by contract the initial payment is not credited (domain.md 3.4) */
  ninetyDayBuyoutCents: Cents;
}

const PAYMENTS_PER_YEAR: Readonly<Record<PayFrequency, number>> = {
  weekly: 52,
  biWeekly: 26,
  semiMonthly: 24,
  monthly: 12,
};

/** Basis points in one whole. */
const BPS = 10_000;

/**
 * How many payments a term holds. A term that is not a whole number of payments holds the lower number, so that the
 * customer owns the goods no later than the term says (13 months of weekly payments: 56).
 */
export function paymentCount(payFrequency: PayFrequency, termMonths: number): number {
  return Math.floor((PAYMENTS_PER_YEAR[payFrequency] * termMonths) / 12);
}

/**
 * Prices a lease by the terms of its program (domain.md 3.1).
 *
 * A fraction of a cent in the total to own is dropped: a program at exactly a statutory multiple of the cash price
 * (domain.md 3.6) must not exceed it by a rounding.
 *
 * @param cashPriceCents what the goods would cost if bought for cash that day, before tax
 * @throws LeaseError AMOUNT_TOO_SMALL when nothing would be left for the last payment
 * @throws LeaseError AMOUNT_OUT_OF_RANGE when the total to own leaves the range of money
 * @throws LeaseError PAYMENT_COUNT_OUT_OF_RANGE when the term holds no payment, or too many
 */
export function priceLease(cashPriceCents: Cents, terms: ProgramTerms, payFrequency: PayFrequency): LeasePricing {
  const totalToOwnCents = timesBps(cashPriceCents, terms.totalToOwnBps);
  const remainingCents = cents(totalToOwnCents - terms.initialPaymentCents);
  return {
    ...levelAmounts(remainingCents, paymentCount(payFrequency, terms.termMonths)),
    cashPriceCents,
    costOfLeaseCents: cents(totalToOwnCents - cashPriceCents),
    totalToOwnCents,
    initialPaymentCents: terms.initialPaymentCents,
    payFrequency,
    ninetyDayBuyoutCents: cashPriceCents,
  };
}

/** Rounds down. Splits the product so that it stays exact: 12 digits of cents times a multiple in bps pass 2^53. */
function timesBps(amountCents: Cents, bps: number): Cents {
  const partCents = amountCents % BPS;
  const wholeUnits = (amountCents - partCents) / BPS;
  return cents(wholeUnits * bps + Math.floor((partCents * bps) / BPS));
}
