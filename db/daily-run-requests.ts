import { sql } from 'kysely';
import type { CalendarDate } from '../domain/calendar-date';
import type { Db } from './database';
import type { AnsweredDay } from './schema-operations';

/** Keeps who was the first to ask for the runs up to a day. */
export async function keepDailyRunRequest(db: Db, asOf: CalendarDate, requestedBy: string): Promise<void> {
  await db
    .insertInto('daily_run_requests')
    .values({ as_of_on: asOf, requested_by: requestedBy })
    .onConflict((conflict) => conflict.column('as_of_on').doNothing())
    .execute();
}

/** @returns the first answer that was given for the day: this one, or that of an earlier request */
export async function firstAnswer(db: Db, asOf: CalendarDate, days: readonly AnsweredDay[]): Promise<AnsweredDay[]> {
  const row = await db
    .updateTable('daily_run_requests')
    .set({ days: sql<string>`coalesce(days, ${JSON.stringify(days)}::jsonb)` })
    .where('as_of_on', '=', asOf)
    .returning('days')
    .executeTakeFirstOrThrow();
  return row.days ?? [...days];
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
