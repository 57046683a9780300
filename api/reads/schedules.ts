import type { Db } from '../../db/database';
import type { CalendarDate } from '../../domain/calendar-date';
import type { LeaseId } from '../../domain/ids';

export async function firstDueOn(db: Db, leaseId: LeaseId): Promise<CalendarDate | null> {
  const row = await db
    .selectFrom('scheduled_payments')
    .select('due_on')
    .where('lease_id', '=', leaseId)
    .where('number', '=', 1)
    .executeTakeFirst();
  return row?.due_on ?? null;
}
