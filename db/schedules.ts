import type { CalendarDate } from '../domain/calendar-date';
import { type Cents, sumCents, ZERO_CENTS } from '../domain/cents';
import type { LeaseId } from '../domain/ids';
import type { ScheduledPayment } from '../domain/payment-schedule';
import type { Db, Trx } from './database';
import type { LeaseRow } from './leases';

/** A payment's own name, the same whoever computes it. */
export const paymentId = (leaseId: LeaseId, number: number): string => `PAY-${leaseId}-${number}`;

/** Fixes a lease's schedule in one statement; a schedule that is there already stays as it is. */
export async function insertSchedule(
  db: Db | Trx,
  leaseId: LeaseId,
  payments: readonly ScheduledPayment[],
): Promise<void> {
  await db
    .insertInto('scheduled_payments')
    .values(
      payments.map(({ number, dueOn, amountCents }) => ({
        payment_id: paymentId(leaseId, number),
        lease_id: leaseId,
        number,
        due_on: dueOn,
        amount_cents: amountCents,
      })),
    )
    .onConflict((conflict) => conflict.columns(['lease_id', 'number']).doNothing())
    .execute();
}

/** A schedule as callers see it: `totalCents` is the sum of what is not cancelled; the initial payment stands beside it. */
export interface ScheduleView {
  payments: { paymentId: string; number: number; dueOn: CalendarDate; amountCents: Cents; state: string }[];
  totalCents: Cents;
  initialPaymentCents: Cents;
}

/** The payments of a Funded lease in order; before Funded there are none. */
export async function readSchedule(
  db: Db | Trx,
  lease: Pick<LeaseRow, 'lease_id' | 'initial_payment_cents'>,
): Promise<ScheduleView> {
  const rows = await db
    .selectFrom('scheduled_payments')
    .selectAll()
    .where('lease_id', '=', lease.lease_id)
    .orderBy('number')
    .execute();
  return {
    payments: rows.map((row) => ({
      paymentId: row.payment_id,
      number: row.number,
      dueOn: row.due_on,
      amountCents: row.amount_cents,
      state: row.state,
    })),
    totalCents: sumCents(rows.filter(({ state }) => state !== 'cancelled').map((row) => row.amount_cents)),
    initialPaymentCents: lease.initial_payment_cents ?? ZERO_CENTS,
  };
}
