import { type CalendarDate, calendarDate } from '../../domain/calendar-date';
import { cents } from '../../domain/cents';
import { dueDates } from '../../domain/due-dates';
import { levelPayments } from '../../domain/payment-schedule';
import type { DuePayment, PurchaseFacts, RentPayment } from '../../domain/purchase-option/purchase-facts';

/** The bi-weekly schedule of example C: 25 payments of 75.04 and one of 75.00, from 30 January 2026 on. */
const SCHEDULE: readonly DuePayment[] = dueDates(
  { payFrequency: 'biWeekly', lastPaidOn: calendarDate('2026-01-16'), nextPaidOn: calendarDate('2026-01-30') },
  calendarDate('2026-01-20'),
  26,
).map((dueOn, index) => ({
  number: index + 1,
  dueOn,
  amountCents: levelPayments(cents(195_100), 26)[index] ?? cents(0),
}));

/** The first `count` payments of a schedule, each made on its day. */
export function paidOnTime({ schedule, cashPriceCents }: PurchaseFacts, count: number): RentPayment[] {
  return schedule
    .slice(0, count)
    .map(({ number, dueOn, amountCents }) => ({ number, amountCents, effectiveOn: dueOn, cashPriceCents }));
}

/** Worked example C of domain.md 3.4, on which nothing is paid but the initial payment. */
export function exampleC(over: Partial<PurchaseFacts> = {}): PurchaseFacts {
  return {
    state: 'TX',
    cashPriceCents: cents(100_000),
    fundedCashPriceCents: cents(100_000),
    initialPaymentCents: cents(4_900),
    signedOn: calendarDate('2026-01-15'),
    deliveredOn: calendarDate('2026-01-20'),
    schedule: SCHEDULE,
    rentPayments: [],
    openFeesCents: cents(0),
    paidFeesCents: cents(0),
    expectedOn: [],
    ...over,
  };
}

/** The same with the first `count` payments made on time. */
export function exampleCPaid(count: number, over: Partial<PurchaseFacts> = {}): PurchaseFacts {
  const facts = exampleC(over);
  return { ...facts, rentPayments: paidOnTime(facts, count) };
}

export const on = (date: string): CalendarDate => calendarDate(date);
