import { addDays, type CalendarDate } from '../calendar-date';
import { addCalendarMonths } from '../agreement/date-text';
import { CALIFORNIA_PURCHASE_MONTHS, FIRST_PURCHASE_DAYS } from '../agreement/state-terms';

/** The last day of the contract's own first price: day 90, the day of delivery being day 0 (domain.md 1.4). */
export const contractPriceUntilOn = (deliveredOn: CalendarDate): CalendarDate =>
  addDays(deliveredOn, FIRST_PURCHASE_DAYS);

/**
 * The last day of California's first price: three calendar months after the signature (Civil Code 1812.632). A month
 * that is too short ends it on its last day: signed on 30 November, last day 28 February.
 */
export const californiaPriceUntilOn = (signedOn: CalendarDate): CalendarDate =>
  addCalendarMonths(signedOn, CALIFORNIA_PURCHASE_MONTHS);
