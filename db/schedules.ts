import type { LeaseId } from '../domain/ids';
import type { ScheduledPayment } from '../domain/payment-schedule';
import type { Db, Trx } from './database';

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
