import {
  addBankingDays,
  bankingDaysBetween,
  isBankingDay,
  nextBankingDay,
  onOrNextBankingDay,
  previousBankingDay,
} from '../../domain/banking-calendar';
import { calendarDate, type CalendarDate } from '../../domain/calendar-date';

const on = calendarDate;

/**
 * The weekdays without banks, a literal list. Read off the month grids of Python's `calendar`, not off our rules, and
 * equal to what moov-io/base v0.48.5 answered for every one of these days.
 */
const CLOSED_WEEKDAYS: Record<number, string> = {
  2020: '01-01 01-20 02-17 05-25 09-07 10-12 11-11 11-26 12-25',
  2021: '01-01 01-18 02-15 05-31 07-05 09-06 10-11 11-11 11-25',
  2022: '01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26',
  2023: '01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-23 12-25',
  2024: '01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25',
  2025: '01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25',
  2026: '01-01 01-19 02-16 05-25 06-19 09-07 10-12 11-11 11-26 12-25',
  2027: '01-01 01-18 02-15 05-31 07-05 09-06 10-11 11-11 11-25',
  2028: '01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-23 12-25',
  2029: '01-01 01-15 02-19 05-28 06-19 07-04 09-03 10-08 11-12 11-22 12-25',
  2030: '01-01 01-21 02-18 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25',
  2031: '01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25',
  2032: '01-01 01-19 02-16 05-31 07-05 09-06 10-11 11-11 11-25',
  2033: '01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26',
  2034: '01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-23 12-25',
  2035: '01-01 01-15 02-19 05-28 06-19 07-04 09-03 10-08 11-12 11-22 12-25',
  2036: '01-01 01-21 02-18 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25',
  2037: '01-01 01-19 02-16 05-25 06-19 09-07 10-12 11-11 11-26 12-25',
  2038: '01-01 01-18 02-15 05-31 07-05 09-06 10-11 11-11 11-25',
  2039: '01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26',
};

/** Every Monday to Friday of a year on which the calendar says "closed"; JavaScript's own `Date` counts the days. */
function closedWeekdays(year: number): string {
  const closed: string[] = [];
  for (
    const day = new Date(Date.UTC(year, 0, 1));
    day.getUTCFullYear() === year;
    day.setUTCDate(day.getUTCDate() + 1)
  ) {
    const date = on(day.toISOString().slice(0, 10));
    const isWeekday = ![0, 6].includes(day.getUTCDay());
    if (!isWeekday) expect(`${date} ${isBankingDay(date)}`).toBe(`${date} false`);
    if (isWeekday && !isBankingDay(date)) closed.push(date.slice(5));
  }
  return closed.join(' ');
}

describe('the banking calendar', () => {
  test.each(Object.entries(CLOSED_WEEKDAYS))(
    'closes in %s on weekends and on exactly these weekdays',
    (year, closed) => {
      expect(closedWeekdays(Number(year))).toBe(closed);
    },
  );

  test.each([
    ['2026-07-03', true, 'a Friday, the 4th is a Saturday'],
    ['2027-06-18', true, 'a Friday, Juneteenth is a Saturday'],
    ['2027-07-05', false, 'a Monday, the 4th is a Sunday'],
    ['2027-12-24', true, 'a Friday, Christmas is a Saturday'],
    ['2027-12-31', true, "a Friday, New Year's Day is a Saturday"],
    ['2021-06-18', true, 'Juneteenth had become law the day before'],
    ['2021-06-21', true, 'a Monday that no Juneteenth moved to yet'],
    ['2022-06-20', false, 'the first Juneteenth of the banks, moved from a Sunday'],
    ['2023-01-02', false, "a Monday, New Year's Day is a Sunday"],
    ['2028-02-29', true, 'a leap day'],
    ['2100-12-31', true, 'the last day covered'],
  ])('on %s is open: %s (%s)', (date, isOpen) => {
    expect(isBankingDay(on(date))).toBe(isOpen);
  });
});

describe('the next banking day', () => {
  test.each([
    ['2026-11-25', '2026-11-27', 'over Thanksgiving'],
    ['2026-07-03', '2026-07-06', 'over a weekend'],
    ['2026-07-04', '2026-07-06', 'from a Saturday'],
    ['2027-07-02', '2027-07-06', 'over the longest gap, a weekend and its Monday'],
    ['2026-12-31', '2027-01-04', 'over the end of a year'],
    ['2026-11-23', '2026-11-24', 'on an ordinary Monday'],
  ])('after %s is %s: %s', (date, next) => {
    expect(nextBankingDay(on(date))).toBe(next);
  });

  test.each([
    ['2027-01-01', '2027-01-04', 'due on a holiday (domain.md 3.2)'],
    ['2026-12-04', '2026-12-04', 'due on a banking day stays'],
    ['2026-11-28', '2026-11-30', 'due on a Saturday'],
    ['2026-11-26', '2026-11-27', 'due on Thanksgiving'],
    ['2027-07-03', '2027-07-06', 'due on a Saturday before a closed Monday'],
  ])('on or after %s, as a debit rolls, is %s: %s', (dueOn, debitOn) => {
    expect(onOrNextBankingDay(on(dueOn))).toBe(debitOn);
  });

  test.each([
    ['2026-11-27', '2026-11-25'],
    ['2027-07-06', '2027-07-02'],
    ['2027-01-01', '2026-12-31'],
    ['2026-11-24', '2026-11-23'],
  ])('before %s was %s', (date, previous) => {
    expect(previousBankingDay(on(date))).toBe(previous);
  });
});

describe('n banking days later', () => {
  test.each([
    ['2026-06-29', 14, '2026-07-17', 'domain.md 5.4; the Friday before a Saturday 4th counts'],
    ['2026-11-23', 3, '2026-11-27', 'a wait for a prenote over Thanksgiving'],
    ['2026-11-21', 1, '2026-11-23', 'one day after a Saturday is its Monday'],
    ['2027-07-02', 1, '2027-07-06', 'over a closed Monday'],
    ['2026-11-25', 0, '2026-11-25', 'zero stays on a banking day'],
    ['2026-11-26', 0, '2026-11-27', 'zero never answers a closed day, nor an earlier one'],
    ['2026-01-02', 250, '2026-12-31', 'a whole year'],
  ])('%s + %i = %s: %s', (date, bankingDays, later) => {
    expect(addBankingDays(on(date), bankingDays)).toBe(later);
  });

  test.each([
    ['2026-06-29', '2026-07-17', 14],
    ['2026-07-17', '2026-06-29', -14],
    ['2026-11-25', '2026-11-26', 0],
    ['2026-11-25', '2026-11-27', 1],
    ['2026-11-27', '2026-11-27', 0],
    ['2026-11-28', '2026-11-30', 1],
    ['2026-11-29', '2026-11-28', 0],
    ['2025-12-31', '2026-12-31', 251],
  ])('from %s to %s there are %i', (from, to, bankingDays) => {
    expect(bankingDaysBetween(on(from), on(to))).toBe(bankingDays);
  });

  test.each([-1, 1.5, NaN, Infinity])('is refused for %p days', (bankingDays) => {
    expect(() => addBankingDays(on('2026-11-25'), bankingDays)).toThrow(expect.objectContaining({ code: 'INTERNAL' }));
  });
});

const QUESTIONS: Record<string, (date: CalendarDate) => unknown> = {
  isBankingDay,
  nextBankingDay,
  onOrNextBankingDay,
  previousBankingDay,
  addBankingDays: (date) => addBankingDays(date, 1),
  addNoBankingDays: (date) => addBankingDays(date, 0),
  bankingDaysFrom: (date) => bankingDaysBetween(date, on('2026-11-25')),
  bankingDaysTo: (date) => bankingDaysBetween(on('2026-11-25'), date),
};

describe('what the calendar does not know it refuses, and never guesses', () => {
  test.each(Object.entries(QUESTIONS))('%s of a date before 2020, after 2100, or of no date', (_name, ask) => {
    for (const date of ['2019-12-31', '2101-01-01', '1969-07-20', '9999-12-31']) {
      expect(() => ask(on(date))).toThrow(expect.objectContaining({ code: 'NOT_A_BANKING_DAY' }));
    }
    for (const text of ['2026-02-30', '2027-02-29', '2026-7-3', '20260703', '2026-07-03T17:00', '']) {
      expect(() => ask(on(text))).toThrow(expect.objectContaining({ code: 'INTERNAL' }));
    }
  });

  it('an answer outside 2020-2100 to a question inside', () => {
    const refused = expect.objectContaining({ code: 'NOT_A_BANKING_DAY' });
    expect(() => nextBankingDay(on('2100-12-31'))).toThrow(refused);
    expect(() => addBankingDays(on('2100-12-30'), 2)).toThrow(refused);
    expect(() => previousBankingDay(on('2020-01-02'))).toThrow(refused);
    expect(onOrNextBankingDay(on('2020-01-01'))).toBe('2020-01-02');
    expect(previousBankingDay(on('2020-01-03'))).toBe('2020-01-02');
  });
});
