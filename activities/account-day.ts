import type { Db, Trx } from '../db/database';
import type { LeaseRow } from '../db/leases';
import type { PostingDay } from '../db/payments';
import { newestBusinessOn } from '../db/newest-run';
import type { CalendarDate, Instant } from '../domain/calendar-date';
import { localDate } from '../domain/store-clock';
import { cutOffOf } from './new-york';
import { storeOffsets } from './store-offsets';

/**
 * The day of a lease's account at an instant: the store's date, or the newest run's day where that is later. In a
 * sandbox runs lie ahead of the lease's own clock, and what is paid now comes after what they have done.
 *
 * @param at the lease's own time
 * @returns the day, and the business time of what is posted on it
 */
export async function accountDay(db: Db | Trx, lease: LeaseRow, at: Instant): Promise<PostingDay> {
  const { time_zone: timeZone } = await db
    .selectFrom('stores')
    .select('time_zone')
    .where('store_id', '=', lease.store_id)
    .executeTakeFirstOrThrow();
  const today = localDate(storeOffsets(timeZone, at, 1), at);
  const newestOn = await newestBusinessOn(db);
  if (newestOn === undefined) return { on: today, at };
  return { on: later(today, newestOn), at: later(at, cutOffOf(newestOn)) };
}

const later = <Text extends CalendarDate | Instant>(one: Text, other: Text): Text => (one > other ? one : other);
