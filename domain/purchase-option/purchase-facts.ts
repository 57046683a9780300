import type { CalendarDate } from '../calendar-date';
import type { Cents } from '../cents';

/** One payment of the schedule in force; one that was cancelled is none. */
export interface DuePayment {
  number: number;
  dueOn: CalendarDate;
  amountCents: Cents;
}

/** A sum that paid rent. */
export interface RentPayment {
  /** of the scheduled payment it paid */
  number: number;
  amountCents: Cents;
  effectiveOn: CalendarDate;
  /** cash price of what the customer had when it was paid: more than today's if goods have gone back since */
  cashPriceCents: Cents;
}

/** All that the price of early purchase depends on (domain.md 3.4). Amounts in US cents before tax. */
export interface PurchaseFacts {
  /** the governing US state: that of the delivery */
  state: string;
  /** what the goods that the customer still has cost for cash */
  cashPriceCents: Cents;
  /** and what the whole order cost when it was funded */
  fundedCashPriceCents: Cents;
  initialPaymentCents: Cents;
  signedOn: CalendarDate;
  deliveredOn: CalendarDate;
  schedule: readonly DuePayment[];
  rentPayments: readonly RentPayment[];
  /** late fees that are due and not paid */
  openFeesCents: Cents;
  paidFeesCents: Cents;
  /** days on which a payment is on its way to post: a debit in a file, a card to be charged */
  expectedOn: readonly CalendarDate[];
}
