import { onOrNextBankingDay } from '../banking-calendar';
import type { CalendarDate } from '../calendar-date';
import { cents, type Cents, sumCents } from '../cents';
import type { DuePayment, PurchaseFacts } from './purchase-facts';
import { plus, type Ratio, ratio, sumOf } from './ratio';

/** A payment of the schedule of which something is still to be paid. */
export interface OpenPayment extends DuePayment {
  openCents: Cents;
}

/** The facts as they stand on one day. */
export interface Account {
  facts: PurchaseFacts;
  asOfOn: CalendarDate;
  /** not paid, and the day it would have been debited is over */
  pastDue: readonly OpenPayment[];
  /** not paid and not past due */
  toCome: readonly OpenPayment[];
  /** rent still to pay */
  remainingCents: Cents;
  /** rent paid; the initial payment is not in it */
  rentPaidCents: Cents;
}

/**
 * The account on a day: a payment counts on the day it posts, so one that posts on the day of a deadline counts
 * (domain.md 8.13). A due date on a weekend or holiday is kept by the debit of the next banking day.
 */
export function accountOn(facts: PurchaseFacts, asOfOn: CalendarDate): Account {
  const counted = facts.rentPayments.filter(({ effectiveOn }) => effectiveOn <= asOfOn);
  const open = facts.schedule.flatMap((payment) => {
    const paid = sumCents(counted.filter(({ number }) => number === payment.number).map((each) => each.amountCents));
    const openCents = cents(Math.max(0, payment.amountCents - paid));
    return openCents > 0 ? [{ ...payment, openCents }] : [];
  });
  const isPastDue = ({ dueOn }: DuePayment): boolean => onOrNextBankingDay(dueOn) < asOfOn;
  return {
    facts: { ...facts, rentPayments: counted },
    asOfOn,
    pastDue: open.filter(isPastDue),
    toCome: open.filter((payment) => !isPastDue(payment)),
    remainingCents: sumCents(open.map(({ openCents }) => openCents)),
    rentPaidCents: sumCents(counted.map(({ amountCents }) => amountCents)),
  };
}

/**
 * Rent payments as they count toward the goods the customer still has: what was paid for more goods counts in
 * proportion, so that every price of early purchase scales with a return (domain.md 3.9, example E: 699.84 -> 489.89).
 */
export function rentCredit({ facts }: Account): Ratio {
  const { cashPriceCents: now } = facts;
  return sumOf(facts.rentPayments.map((paid) => ratio(paid.amountCents, now, paid.cashPriceCents)));
}

/** The same of the initial payment, which was paid for the whole order. */
export const initialCredit = ({ facts }: Account): Ratio =>
  ratio(facts.initialPaymentCents, facts.cashPriceCents, facts.fundedCashPriceCents);

/** Everything the customer has paid toward the goods that are left. */
export const allCredit = (account: Account): Ratio => plus(initialCredit(account), rentCredit(account));
