import type { CalendarDate } from '../domain/calendar-date';
import type { Db } from './database';

/** Keeps who was the first to ask for the runs up to a day. */
export async function keepDailyRunRequest(db: Db, asOf: CalendarDate, requestedBy: string): Promise<void> {
  await db
    .insertInto('daily_run_requests')
    .values({ as_of_on: asOf, requested_by: requestedBy })
    .onConflict((conflict) => conflict.column('as_of_on').doNothing())
    .execute();
}

/** Who asked first for runs that include this day's; undefined when it was the clock. */
export async function whoAskedForRun(db: Db, businessOn: CalendarDate): Promise<string | undefined> {
  const row = await db
    .selectFrom('daily_run_requests')
    .select('requested_by')
    .where('as_of_on', '>=', businessOn)
    .orderBy('requested_at')
    .orderBy('as_of_on')
    .limit(1)
    .executeTakeFirst();
  return row?.requested_by;
}
