import type { Db } from '../../db/database';
import type { LeaseRow } from '../../db/leases';
import type { CalendarDate } from '../../domain/calendar-date';
import { sumCents, ZERO_CENTS } from '../../domain/cents';
import type { LeaseId } from '../../domain/ids';
import type { ScheduleView } from '../ports';

/** The payments of a Funded lease in order; before Funded there are none. The initial payment stands beside them. */
export async function readSchedule(db: Db, lease: LeaseRow): Promise<ScheduleView> {
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
    totalCents: sumCents(rows.map((row) => row.amount_cents)),
    initialPaymentCents: lease.initial_payment_cents ?? ZERO_CENTS,
  };
}

export async function firstDueOn(db: Db, leaseId: LeaseId): Promise<CalendarDate | null> {
  const row = await db
    .selectFrom('scheduled_payments')
    .select('due_on')
    .where('lease_id', '=', leaseId)
    .where('number', '=', 1)
    .executeTakeFirst();
  return row?.due_on ?? null;
}
