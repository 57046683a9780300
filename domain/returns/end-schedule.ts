import { type CalendarDate, daysBetween } from '../calendar-date';
import { type Cents, cents, ZERO_CENTS } from '../cents';
import { type AccountPayment, isLive, openCents, withAmount } from './account-payment';
import { shareCents } from './scale';

/** How a lease's rent stands after all goods came back. */
export interface EndedSchedule {
  payments: AccountPayment[];
  /** what was paid for days after the return, by the payment it was paid on; each above zero */
  refunds: { number: number; amountCents: Cents }[];
}

/**
 * All goods came back: rent ends with that day (domain.md 3.9, example F).
 *
 * A payment is rent for the days from its due date to the day before the next one. Periods that were over stay as they
 * were, and what is unpaid of them stays due, though it is never debited. Of the period of the return the days up to
 * and including that day are earned, half a cent of the rest going to the customer. Later periods fall away. What was
 * paid beyond that is given back; a debit already in a file is given back when it settles, so its payment falls away
 * like the others.
 *
 * @param payments   all of the lease, in order
 * @param returnedOn the return day, which counts as used
 * @param endsOn     the day after the last period: when the next payment would have been due
 */
export function endSchedule(
  payments: readonly AccountPayment[],
  returnedOn: CalendarDate,
  endsOn: CalendarDate,
): EndedSchedule {
  const ended = payments.map((payment, index) => {
    const nextDueOn = payments[index + 1]?.dueOn ?? endsOn;
    return isLive(payment) ? endPayment(payment, earnedCents(payment, nextDueOn, returnedOn)) : payment;
  });
  const refunds = payments.flatMap(({ number, paidCents }, index) => {
    const amountCents = cents(paidCents - (ended[index]?.paidCents ?? ZERO_CENTS));
    return amountCents > 0 ? [{ number, amountCents }] : [];
  });
  return { payments: ended, refunds };
}

/** The part of a payment that is rent for days the customer had the goods. */
function earnedCents({ dueOn, amountCents }: AccountPayment, nextDueOn: CalendarDate, returnedOn: CalendarDate): Cents {
  if (dueOn > returnedOn) return ZERO_CENTS;
  const periodDays = daysBetween(dueOn, nextDueOn);
  const unusedDays = Math.max(0, daysBetween(returnedOn, nextDueOn) - 1);
  return cents(amountCents - shareCents(amountCents, unusedDays, periodDays));
}

function endPayment(payment: AccountPayment, dueCents: Cents): AccountPayment {
  const paidCents = cents(Math.min(payment.paidCents, dueCents));
  const ended = withAmount({ ...payment, paidCents }, dueCents);
  const isUnpaid = isLive(ended) && openCents(ended) > 0 && ended.state !== 'in_file';
  return isUnpaid ? { ...ended, state: 'past_due' } : ended;
}
