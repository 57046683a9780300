import { sql } from 'kysely';
import type { CalendarDate } from '../domain/calendar-date';
import type { Db, Trx } from './database';

/** The newest banking day that a run of either kind has begun; undefined before the first. */
export async function newestBusinessOn(db: Db | Trx): Promise<CalendarDate | undefined> {
  const { rows } = await sql<{ newestOn: CalendarDate | null }>`
    SELECT greatest((SELECT max(business_on) FROM collection_runs), (SELECT max(business_on) FROM funding_runs))
           AS "newestOn"`.execute(db);
  return rows[0]?.newestOn ?? undefined;
}

/** Whether a collection run of that day, or of a later one, has begun. */
export async function hasCollectionRunFrom(trx: Trx, date: CalendarDate): Promise<boolean> {
  const run = await trx
    .selectFrom('collection_runs')
    .select('run_id')
    .where('business_on', '>=', date)
    .limit(1)
    .executeTakeFirst();
  return run !== undefined;
}
