import { readPaydays } from '../db/applicants';
import { insertSchedule } from '../db/schedules';
import type { CalendarDate } from '../domain/calendar-date';
import type { LeaseId } from '../domain/ids';
import { type PaymentAmounts, paymentSchedule } from '../domain/payment-schedule';
import type { ActivityDeps } from './deps';

/**
 * Fixes every payment of a delivered lease on the customer's paydays. Run again it changes nothing: what two releases
 * might compute differently is computed once and kept.
 *
 * @param amounts in US cents, as the customer signed them
 */
export function createPaymentSchedule({ db }: ActivityDeps) {
  return async (input: { leaseId: LeaseId; amounts: PaymentAmounts; deliveredOn: CalendarDate }): Promise<void> => {
    const { leaseId, amounts, deliveredOn } = input;
    const paydays = await readPaydays(db, leaseId);
    await insertSchedule(db, leaseId, paymentSchedule(amounts, paydays, deliveredOn));
  };
}
