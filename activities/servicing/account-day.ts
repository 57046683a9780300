import { sql } from 'kysely';
import type { Trx } from '../../db/database';
import type { CalendarDate, Instant } from '../../domain/calendar-date';
import { localDate } from '../../domain/store-clock';
import { storeOffsets } from '../store-offsets';

/**
 * The day of a customer's account: New York's date, or the newest run's day where a sandbox's runs are ahead of the
 * lease's own clock. What that run posted came before what is posted now.
 */
export async function accountDay(trx: Trx, at: Instant): Promise<CalendarDate> {
  const todayOn = localDate(storeOffsets('America/New_York', at, 1), at);
  const { rows } = await sql<{ newestOn: CalendarDate | null }>`
    SELECT greatest((SELECT max(business_on) FROM collection_runs),
                    (SELECT max(business_on) FROM funding_runs)) AS "newestOn"`.execute(trx);
  const newestOn = rows[0]?.newestOn;
  return newestOn && newestOn > todayOn ? newestOn : todayOn;
}
