import { type CalendarDate, type Instant, instant } from '../domain/calendar-date';
import { onOrNextBankingDay } from '../domain/banking-calendar';
import { businessDayOf, cutOffAt } from '../domain/cut-off';
import { localDate, type StoreClock } from '../domain/store-clock';
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

/**
 * The banking day that a file handed over at this instant belongs to: New York's date, after the cut-off too, until
 * midnight; on a day without banks the next one.
 * @throws LeaseError NOT_A_BANKING_DAY outside 2020-2100
 */
export function closingDayAt(at: Instant): CalendarDate {
  return onOrNextBankingDay(localDate(clockAround(at), at));
}
