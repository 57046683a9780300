import { addDays, calendarDate } from '../../../domain/calendar-date';
import { cents } from '../../../domain/cents';
import { levelPayments } from '../../../domain/payment-schedule';
import type { AccountPayment } from '../../../domain/returns/account-payment';

/** A two-weekly schedule from 2026-01-30 on, of which the first `paidCount` payments are paid. */
export function aSchedule(
  rentCents: number,
  count: number,
  paidCount = 0,
  firstDueOn = '2026-01-30',
): AccountPayment[] {
  return levelPayments(cents(rentCents), count).map((amountCents, index) => ({
    number: index + 1,
    dueOn: addDays(calendarDate(firstDueOn), 14 * index),
    amountCents,
    paidCents: index < paidCount ? amountCents : cents(0),
    state: index < paidCount ? 'paid' : 'scheduled',
  }));
}

/** `21 × 5253, 5246` */
export function amountsOf(payments: readonly AccountPayment[]): string {
  const live = payments.filter(({ state }) => state !== 'cancelled').map(({ amountCents }) => amountCents);
  const runs: { amount: number; count: number }[] = [];
  for (const amount of live) {
    const last = runs[runs.length - 1];
    if (last?.amount === amount) last.count += 1;
    else runs.push({ amount, count: 1 });
  }
  return runs.map(({ amount, count }) => (count > 1 ? `${count} × ${amount}` : `${amount}`)).join(', ');
}
