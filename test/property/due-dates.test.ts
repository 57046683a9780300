import fc from 'fast-check';
import { addDays, calendarDate, dateOfEpochDay, daysBetween, epochDay } from '../../domain/calendar-date';
import type { CalendarDate } from '../../domain/calendar-date';
import { dueDates, type Paydays } from '../../domain/due-dates';
import { paymentCount } from '../../domain/pricing';
import { PAY_FREQUENCIES } from '../../domain/program';

const dayOf = (date: CalendarDate): number => Number(date.slice(8));
const isMonthEnd = (date: CalendarDate): boolean => dayOf(addDays(date, 1)) === 1;

/** A payday of the month, asked of one date alone: the day itself, or the month's end when the month is too short. */
const fallsOn = (day: number, date: CalendarDate): boolean =>
  dayOf(date) === day || (isMonthEnd(date) && day > dayOf(date));

function isSemiMonthlyPayday(days: [number, number], date: CalendarDate): boolean {
  if (days.some((day) => fallsOn(day, date))) return true;
  const tomorrow = addDays(date, 1);
  return days.every((day) => fallsOn(day, tomorrow));
}

/** The oracle: says of one date whether it is a payday. It shares no step with the code under test. */
function isPayday({ payFrequency, lastPaidOn, nextPaidOn }: Paydays, date: CalendarDate): boolean {
  const [last, next] = [dayOf(lastPaidOn), dayOf(nextPaidOn)];
  switch (payFrequency) {
    case 'weekly':
      return daysBetween(nextPaidOn, date) % 7 === 0;
    case 'biWeekly':
      return daysBetween(nextPaidOn, date) % 14 === 0;
    case 'monthly':
      return fallsOn(next, date);
    case 'semiMonthly':
      return isSemiMonthlyPayday([last, last === next ? ((next + 14) % 30) + 1 : next], date);
  }
}

/** Walks day by day from the 7th day after delivery and takes every payday on the way. */
function walkedDates(paydays: Paydays, deliveredOn: CalendarDate, count: number): CalendarDate[] {
  const dates: CalendarDate[] = [];
  for (let date = addDays(deliveredOn, 7); dates.length < count; date = addDays(date, 1)) {
    if (isPayday(paydays, date)) dates.push(date);
  }
  return dates;
}

const isAscending = (dates: readonly CalendarDate[]): boolean =>
  dates.every((date, index) => index === 0 || date > (dates[index - 1] ?? date));

function expectEveryPayday(paydays: Paydays, deliveredOn: CalendarDate, termMonths = 12): void {
  const count = paymentCount(paydays.payFrequency, termMonths);
  const dates = dueDates(paydays, deliveredOn, count);
  const seen = { paydays, deliveredOn, dates, ascending: isAscending(dates), count: dates.length };
  const walked = walkedDates(paydays, deliveredOn, count);
  expect(seen).toEqual({ paydays, deliveredOn, dates: walked, ascending: true, count });
}

const LEAP_YEAR_START = epochDay(calendarDate('2028-01-01'));
const DAYS_OF_LEAP_YEAR = Array.from({ length: 366 }, (_, index) => dateOfEpochDay(LEAP_YEAR_START + index));

describe('due dates are the paydays from a week after delivery on: ascending, none lost, none moved', () => {
  test.each(PAY_FREQUENCIES)('for %s, delivered and paid on each day of a leap year', (payFrequency) => {
    for (const deliveredOn of DAYS_OF_LEAP_YEAR) {
      const lastPaidOn = addDays(deliveredOn, -14);
      expectEveryPayday({ payFrequency, lastPaidOn, nextPaidOn: deliveredOn }, deliveredOn);
    }
  });

  test.each([2027, 2028])('for every pair of two paydays a month, over February %i', (year) => {
    const deliveredOn = calendarDate(`${year}-01-15`);
    for (let last = 1; last <= 31; last += 1) {
      for (let next = 1; next <= 31; next += 1) {
        const lastPaidOn = calendarDate(`${year}-03-${String(last).padStart(2, '0')}`);
        const nextPaidOn = calendarDate(`${year}-05-${String(next).padStart(2, '0')}`);
        expectEveryPayday({ payFrequency: 'semiMonthly', lastPaidOn, nextPaidOn }, deliveredOn, 4);
      }
    }
  });

  it('for any paydays, however far from the delivery', () => {
    const anyDay = fc.integer({ min: epochDay(calendarDate('2020-01-01')), max: epochDay(calendarDate('2035-12-31')) });
    const cases = fc.record({
      payFrequency: fc.constantFrom(...PAY_FREQUENCIES),
      lastPaidOn: anyDay.map(dateOfEpochDay),
      nextPaidOn: anyDay.map(dateOfEpochDay),
      deliveredOn: anyDay.map(dateOfEpochDay),
      termMonths: fc.integer({ min: 3, max: 18 }),
    });
    fc.assert(
      fc.property(cases, ({ deliveredOn, termMonths, ...paydays }) => {
        expectEveryPayday(paydays, deliveredOn, termMonths);
      }),
    );
  });
});
