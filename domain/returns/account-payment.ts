import type { CalendarDate } from '../calendar-date';
import { type Cents, cents, sumCents } from '../cents';

/** A scheduled payment as it stands when a return is posted. */
export interface AccountPayment {
  number: number;
  dueOn: CalendarDate;
  amountCents: Cents;
  /** of it, what was paid; never more than the amount */
  paidCents: Cents;
  state: 'scheduled' | 'in_file' | 'paid' | 'returned' | 'past_due' | 'cancelled';
}

export const isLive = ({ state }: AccountPayment): boolean => state !== 'cancelled';

export const openCents = ({ amountCents, paidCents }: AccountPayment): Cents => cents(amountCents - paidCents);

/** Rent still to be paid. */
export const restCents = (payments: readonly AccountPayment[]): Cents =>
  sumCents(payments.filter(isLive).map(openCents));

/** All rent of a schedule, paid or to be paid. */
export const totalCents = (payments: readonly AccountPayment[]): Cents =>
  sumCents(payments.filter(isLive).map(({ amountCents }) => amountCents));

/**
 * The payment with another amount: paid when that is what was paid, cancelled when nothing of it is left. A cancelled
 * one keeps the amount it had, which no longer counts.
 *
 * @param amountCents not below what was paid
 */
export function withAmount(payment: AccountPayment, amountCents: Cents): AccountPayment {
  if (amountCents === 0) return { ...payment, paidCents: amountCents, state: 'cancelled' };
  return { ...payment, amountCents, state: amountCents === payment.paidCents ? 'paid' : payment.state };
}
