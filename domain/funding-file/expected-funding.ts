import { nextBankingDay } from '../banking-calendar';
import type { CalendarDate, Instant } from '../calendar-date';
import { businessDayOf } from '../cut-off';
import type { StoreClock } from '../store-clock';

/** The run that pays a funding, and the day the merchant's bank has the money. */
export interface ExpectedFunding {
  businessOn: CalendarDate;
  effectiveOn: CalendarDate;
}

/**
 * When a merchant is paid for what funded at `at`, if nothing is held: by the run of that banking day (cut-off 17:00
 * New York), effective on the next one (domain.md 5.3).
 *
 * @param newYorkClock offset table of America/New_York that covers `at`
 * @throws LeaseError NOT_A_BANKING_DAY when the answer lies outside 2020-2100
 */
export function expectedFunding(at: Instant, newYorkClock: StoreClock): ExpectedFunding {
  const businessOn = businessDayOf(at, newYorkClock);
  return { businessOn, effectiveOn: nextBankingDay(businessOn) };
}
