import { type CalendarDate, type Instant, instant } from '../domain/calendar-date';
import { businessDayOf, cutOffAt } from '../domain/cut-off';
import type { StoreClock } from '../domain/store-clock';
import { storeOffsets } from './store-offsets';

const TIME_ZONE = 'America/New_York';

/** Enough for the date asked about and the banking days around it. */
const YEARS = 1;

const clockAround = (at: Instant): StoreClock => storeOffsets(TIME_ZONE, at, YEARS);

/**
 * 17:00 in New York on a banking day, the instant up to which its runs take what was posted.
 * @throws LeaseError NOT_A_BANKING_DAY
 */
export function cutOffOf(businessOn: CalendarDate): Instant {
  return cutOffAt(businessOn, clockAround(instant(Date.parse(businessOn))));
}

/**
 * The banking day whose runs take what is posted at this instant.
 * @throws LeaseError NOT_A_BANKING_DAY outside 2020-2100
 */
export function bankingDayAt(at: Instant): CalendarDate {
  return businessDayOf(at, clockAround(at));
}
