import { sql } from 'kysely';
import type { CalendarDate, Instant } from '../domain/calendar-date';
import type { Db, Trx } from './database';

/** The newest banking day that has a run; undefined before the first. */
export async function newestRunOn(db: Db | Trx): Promise<CalendarDate | undefined> {
  const row = await db
    .selectFrom('funding_runs')
    .select('business_on')
    .orderBy('business_on', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.business_on;
}

/** Days whose runs were begun and have not come to rest, oldest first: whoever ran them is gone, or still at it. */
export async function unfinishedRunDays(db: Db | Trx): Promise<CalendarDate[]> {
  const { rows } = await sql<{ business_on: CalendarDate }>`
    SELECT business_on FROM collection_runs WHERE state = 'released'
     UNION
    SELECT business_on FROM funding_runs WHERE state = 'released'
     UNION
    SELECT business_on FROM collection_runs LEFT JOIN funding_runs funding USING (business_on)
     WHERE funding.run_id IS NULL
     ORDER BY business_on`.execute(db);
  return rows.map(({ business_on }) => business_on);
}

/** Business time of the first thing ever posted. */
export async function oldestEntryAt(db: Db | Trx): Promise<Instant | undefined> {
  const row = await db.selectFrom('funding_lines').select('posted_at').orderBy('posted_at').limit(1).executeTakeFirst();
  return row?.posted_at;
}
