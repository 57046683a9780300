import { bankHolidays, FIRST_BANKING_YEAR, isWeekend, LAST_BANKING_YEAR } from './bank-holidays';
import { addDays, calendarDate, isCalendarDate, type CalendarDate } from './calendar-date';
import { LeaseError } from './errors';

/** The first and the last date the calendar answers for. */
export const BANKING_CALENDAR_FROM: CalendarDate = calendarDate(`${FIRST_BANKING_YEAR}-01-01`);
export const BANKING_CALENDAR_UNTIL: CalendarDate = calendarDate(`${LAST_BANKING_YEAR}-12-31`);

/** Every weekday without banks. Made once, some 830 dates, because daily runs ask for each lease they touch. */
const CLOSED_ON: ReadonlySet<CalendarDate | undefined> = new Set(
  Array.from({ length: LAST_BANKING_YEAR - FIRST_BANKING_YEAR + 1 }, (_, index) => FIRST_BANKING_YEAR + index)
    .flatMap(bankHolidays)
    .map(({ closedOn }) => closedOn),
);

/**
 * True when the Federal Reserve Banks settle ACH on this date (domain.md 5.4). Not the federal-office calendar: a
 * Friday before a Saturday holiday is a banking day.
 *
 * @throws LeaseError NOT_A_BANKING_DAY outside 2020-2100, INTERNAL for text that is no date
 */
export function isBankingDay(date: CalendarDate): boolean {
  requireCovered(date);
  return !isWeekend(date) && !CLOSED_ON.has(date);
}

/**
 * The first banking day after `date`, never `date` itself.
 *
 * @throws LeaseError NOT_A_BANKING_DAY when `date` or the answer lies outside 2020-2100, INTERNAL when it is no date
 */
export function nextBankingDay(date: CalendarDate): CalendarDate {
  requireCovered(date);
  return onOrNextBankingDay(addDays(date, 1));
}

/**
 * `date` itself when banks are open, otherwise the next banking day. So rolls a debit: forward only, because a debit
 * earlier than authorized is one the customer may claim back (domain.md 3.2).
 *
 * @throws LeaseError NOT_A_BANKING_DAY when `date` or the answer lies outside 2020-2100, INTERNAL when it is no date
 */
export function onOrNextBankingDay(date: CalendarDate): CalendarDate {
  let day = date;
  while (!isBankingDay(day)) day = addDays(day, 1);
  return day;
}

/**
 * The last banking day before `date`, never `date` itself.
 *
 * @throws LeaseError NOT_A_BANKING_DAY when `date` or the answer lies outside 2020-2100, INTERNAL when it is no date
 */
export function previousBankingDay(date: CalendarDate): CalendarDate {
  requireCovered(date);
  let day = addDays(date, -1);
  while (!isBankingDay(day)) day = addDays(day, -1);
  return day;
}

/**
 * `bankingDays` banking days later: the n-th one after `date`, which does not count itself, whether open or not.
 * One banking day after a Saturday is its Monday. Zero rolls forward, so the answer always is a banking day.
 *
 * @param bankingDays whole, not negative
 * @throws LeaseError NOT_A_BANKING_DAY when `date` or the answer lies outside 2020-2100, INTERNAL when `date` is no
 *   date or `bankingDays` no count
 */
export function addBankingDays(date: CalendarDate, bankingDays: number): CalendarDate {
  if (!Number.isInteger(bankingDays) || bankingDays < 0) {
    throw new LeaseError('INTERNAL', `${bankingDays} is no number of banking days`);
  }
  if (bankingDays === 0) return onOrNextBankingDay(date);
  let day = date;
  for (let passed = 0; passed < bankingDays; passed += 1) day = nextBankingDay(day);
  return day;
}

/**
 * The banking days after `from` up to and including `to`; negative, counted the other way, when `to` is earlier. The
 * inverse of `addBankingDays`.
 *
 * @throws LeaseError NOT_A_BANKING_DAY when either date lies outside 2020-2100, INTERNAL when either is no date
 */
export function bankingDaysBetween(from: CalendarDate, to: CalendarDate): number {
  requireCovered(from);
  requireCovered(to);
  // A difference, since minus none would be -0.
  if (to < from) return 0 - bankingDaysBetween(to, from);
  let bankingDays = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isBankingDay(day)) bankingDays += 1;
  return bankingDays;
}

function requireCovered(date: CalendarDate): void {
  if (!isCalendarDate(date)) throw new LeaseError('INTERNAL', `${JSON.stringify(date)} is no date`);
  if (date < BANKING_CALENDAR_FROM || date > BANKING_CALENDAR_UNTIL) {
    const covered = `${BANKING_CALENDAR_FROM} to ${BANKING_CALENDAR_UNTIL}`;
    throw new LeaseError('NOT_A_BANKING_DAY', `the banking calendar covers ${covered}, not ${date}`);
  }
}
