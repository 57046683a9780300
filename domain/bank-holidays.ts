import { addDays, calendarDate, epochDay, type CalendarDate } from './calendar-date';
import { LeaseError } from './errors';

/** The years for which the rules below are promised (issue 4): a date outside them is refused, never guessed. */
export const FIRST_BANKING_YEAR = 2020;
export const LAST_BANKING_YEAR = 2100;

export interface BankHoliday {
  name: string;
  /** The day the holiday is on, a weekend or not. */
  fallsOn: CalendarDate;
  /** The weekday on which the banks close for it; none when it falls on a Saturday. */
  closedOn: CalendarDate | undefined;
}

/** As `weekdayOf` counts. */
const SUNDAY = 0;
const MONDAY = 1;
const THURSDAY = 4;
const SATURDAY = 6;

/**
 * With a `weekday` the holiday is the first such day on or after `monthDay`: the third Monday of January is the first
 * one from the 15th, the last Monday of May the first one from the 25th.
 */
interface HolidayRule {
  name: string;
  monthDay: string;
  weekday?: number;
  sinceYear?: number;
}

/** The holidays of the Reserve Banks (domain.md 5.4), in the order of the year. */
const RULES: readonly HolidayRule[] = [
  { name: "New Year's Day", monthDay: '01-01' },
  { name: 'Martin Luther King Jr.', monthDay: '01-15', weekday: MONDAY },
  { name: "Washington's Birthday", monthDay: '02-15', weekday: MONDAY },
  { name: 'Memorial Day', monthDay: '05-25', weekday: MONDAY },
  // Made law on 17 June 2021; the banks stayed open that year.
  { name: 'Juneteenth', monthDay: '06-19', sinceYear: 2022 },
  { name: 'Independence Day', monthDay: '07-04' },
  { name: 'Labor Day', monthDay: '09-01', weekday: MONDAY },
  { name: 'Columbus Day', monthDay: '10-08', weekday: MONDAY },
  { name: 'Veterans Day', monthDay: '11-11' },
  { name: 'Thanksgiving', monthDay: '11-22', weekday: THURSDAY },
  { name: 'Christmas', monthDay: '12-25' },
];

/**
 * The holidays of the Federal Reserve Banks in a year, in the order of the year (domain.md 5.4).
 *
 * @param year 2020-2100
 * @throws LeaseError NOT_A_BANKING_DAY when the calendar does not cover the year
 */
export function bankHolidays(year: number): BankHoliday[] {
  if (!Number.isInteger(year) || year < FIRST_BANKING_YEAR || year > LAST_BANKING_YEAR) {
    throw new LeaseError('NOT_A_BANKING_DAY', `the banking calendar does not cover the year ${year}`);
  }
  return RULES.filter(({ sinceYear = year }) => year >= sinceYear).map((rule) => {
    const fallsOn = holidayOn(year, rule);
    return { name: rule.name, fallsOn, closedOn: closedFor(fallsOn) };
  });
}

/** True on Saturdays and Sundays, holiday or not. */
export function isWeekend(date: CalendarDate): boolean {
  const weekday = weekdayOf(date);
  return weekday === SATURDAY || weekday === SUNDAY;
}

/** 0 = Sunday to 6 = Saturday; day 0 of `epochDay` was a Thursday. Only for dates after it, as all of ours are. */
const weekdayOf = (date: CalendarDate): number => (epochDay(date) + THURSDAY) % 7;

function holidayOn(year: number, { monthDay, weekday }: HolidayRule): CalendarDate {
  const earliestOn = calendarDate(`${year}-${monthDay}`);
  if (weekday === undefined) return earliestOn;
  return addDays(earliestOn, (weekday - weekdayOf(earliestOn) + 7) % 7);
}

/** Sunday is made up on Monday, Saturday never: the Friday before stays open, unlike at federal offices. */
function closedFor(fallsOn: CalendarDate): CalendarDate | undefined {
  const weekday = weekdayOf(fallsOn);
  if (weekday === SATURDAY) return undefined;
  return weekday === SUNDAY ? addDays(fallsOn, 1) : fallsOn;
}
