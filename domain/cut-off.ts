import { isBankingDay, nextBankingDay, onOrNextBankingDay } from './banking-calendar';
import { addDays, type CalendarDate, type Instant } from './calendar-date';
import { LeaseError } from './errors';
import { localDate, startOfDay, type StoreClock } from './store-clock';

/** What is posted later than 17:00:00.000 in New York waits for the next run (domain.md 5.3, api.md "daily-run"). */
const CUT_OFF_HOUR = 17;

/**
 * The last instant that still belongs to a banking day's run: 17:00 on the wall in New York, summer and winter.
 *
 * @param businessOn   a banking day
 * @param newYorkClock offset table of America/New_York that covers `businessOn`
 * @throws LeaseError NOT_A_BANKING_DAY when the banks are closed on `businessOn` or it lies outside 2020-2100, INTERNAL
 *   when the table is empty or `businessOn` is no date
 */
export function cutOffAt(businessOn: CalendarDate, newYorkClock: StoreClock): Instant {
  if (!isBankingDay(businessOn)) throw new LeaseError('NOT_A_BANKING_DAY', `the banks are closed on ${businessOn}`);
  return startOfDay(endingAtCutOff(newYorkClock), addDays(businessOn, 1));
}

/**
 * The banking day whose run takes what was posted at `at`: New York's date up to and including its cut-off, the next
 * banking day after it.
 *
 * @param at           instant of the posting, UTC
 * @param newYorkClock offset table of America/New_York that covers `at`
 * @throws LeaseError NOT_A_BANKING_DAY when the answer lies outside 2020-2100, INTERNAL when the table is empty or `at`
 *   is no instant
 */
export function businessDayOf(at: Instant, newYorkClock: StoreClock): CalendarDate {
  const businessOn = onOrNextBankingDay(localDate(newYorkClock, at));
  const isInTime = Date.parse(at) <= Date.parse(cutOffAt(businessOn, newYorkClock));
  return isInTime ? businessOn : nextBankingDay(businessOn);
}

/** A clock so far ahead that its midnight is the cut-off: the day ends when the run is cut. */
function endingAtCutOff(newYorkClock: StoreClock): StoreClock {
  const aheadMinutes = (24 - CUT_OFF_HOUR) * 60;
  return newYorkClock.map(({ from, utcOffsetMinutes }) => ({
    from,
    utcOffsetMinutes: utcOffsetMinutes + aheadMinutes,
  }));
}
