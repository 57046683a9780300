import type { CalendarDate } from './calendar-date';
import { cents, type Cents } from './cents';
import { dueDates, type Paydays } from './due-dates';
import { LeaseError } from './errors';

export type { Paydays } from './due-dates';

/** Five years of weekly payments: far beyond any lease, near enough to stop a slip of a digit. */
export const PAYMENT_COUNT_MAX = 260;

/** All payments but the last cost `paymentCents`. The part of a price that a schedule needs. */
export interface PaymentAmounts {
  numberOfPayments: number;
  paymentCents: Cents;
  lastPaymentCents: Cents;
}

/** One lease payment before tax. `dueOn` never moves for a weekend or a holiday; only the debit does. */
export interface ScheduledPayment {
  number: number;
  dueOn: CalendarDate;
  amountCents: Cents;
}

/**
 * Splits what is left of the total to own, after the initial payment, into level payments.
 *
 * The level payment is rounded up, so that the last one differs and is the smaller: TX, MI and NY forbid a last
 * payment above the regular one (domain.md 3.1).
 *
 * @param remainingCents   US cents still to pay to own the goods, before tax
 * @param numberOfPayments 1..`PAYMENT_COUNT_MAX`
 * @returns amounts that sum to `remainingCents` exactly, with 0 < last <= level
 * @throws LeaseError PAYMENT_COUNT_OUT_OF_RANGE when `numberOfPayments` is not a whole number in that range
 * @throws LeaseError AMOUNT_TOO_SMALL when rounding up leaves nothing for the last payment
 */
export function levelAmounts(remainingCents: Cents, numberOfPayments: number): PaymentAmounts {
  if (!Number.isInteger(numberOfPayments) || numberOfPayments < 1 || numberOfPayments > PAYMENT_COUNT_MAX) {
    const detail = `${numberOfPayments} payments is not in 1..${PAYMENT_COUNT_MAX}`;
    throw new LeaseError('PAYMENT_COUNT_OUT_OF_RANGE', detail);
  }
  const paymentCents = cents(Math.ceil(remainingCents / numberOfPayments));
  const lastPaymentCents = cents(remainingCents - paymentCents * (numberOfPayments - 1));
  if (lastPaymentCents <= 0) {
    const detail = `${remainingCents} cents cannot be split into ${numberOfPayments} payments`;
    throw new LeaseError('AMOUNT_TOO_SMALL', detail);
  }
  return { numberOfPayments, paymentCents, lastPaymentCents };
}

/**
 * {@link levelAmounts} written out: one amount per payment, in order of due date.
 * @throws LeaseError as `levelAmounts` does
 */
export function levelPayments(remainingCents: Cents, numberOfPayments: number): Cents[] {
  const amounts = levelAmounts(remainingCents, numberOfPayments);
  return Array.from({ length: numberOfPayments }, (_, index) => amountOf(amounts, index + 1));
}

/**
 * The customer's payments, first to last: the amounts of the price on the customer's own paydays (domain.md 3.1, 3.2).
 *
 * @param deliveredOn local date of the store on which the whole order was with the customer
 */
export function paymentSchedule(
  pricing: PaymentAmounts,
  paydays: Paydays,
  deliveredOn: CalendarDate,
): ScheduledPayment[] {
  return dueDates(paydays, deliveredOn, pricing.numberOfPayments).map((dueOn, index) => {
    const number = index + 1;
    return { number, dueOn, amountCents: amountOf(pricing, number) };
  });
}

function amountOf({ numberOfPayments, paymentCents, lastPaymentCents }: PaymentAmounts, number: number): Cents {
  return number < numberOfPayments ? paymentCents : lastPaymentCents;
}
