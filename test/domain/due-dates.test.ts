import { calendarDate } from '../../domain/calendar-date';
import { dueDates, type Paydays } from '../../domain/due-dates';
import type { PayFrequency } from '../../domain/program';

function datesOf(
  payFrequency: PayFrequency,
  lastPaidOn: string,
  nextPaidOn: string,
  deliveredOn: string,
  count: number,
) {
  const paydays: Paydays = {
    payFrequency,
    lastPaidOn: calendarDate(lastPaidOn),
    nextPaidOn: calendarDate(nextPaidOn),
  };
  return dueDates(paydays, calendarDate(deliveredOn), count);
}

describe('the first due date', () => {
  test.each([
    ['7 days after delivery is late enough', '2026-11-27', '2026-12-04'],
    ['6 days after is not: the next payday counts', '2026-11-28', '2026-12-11'],
    ['a payday on the day of delivery is not after it', '2026-12-04', '2026-12-11'],
  ])('is a payday, and %s', (_rule, deliveredOn, expected) => {
    expect(datesOf('weekly', '2026-11-27', '2026-12-04', deliveredOn, 1)).toEqual([expected]);
  });

  test.each([
    ['years ago', '2020-01-10'],
    ['just passed', '2026-11-20'],
    ['far ahead', '2027-04-09'],
  ])('keeps the rhythm of every other Friday when the payday named is %s', (_when, nextPaidOn) => {
    expect(datesOf('biWeekly', '2019-12-27', nextPaidOn, '2026-11-25', 2)).toEqual(['2026-12-04', '2026-12-18']);
  });

  it('does not wait for the payday named in the application when an earlier one is late enough', () => {
    expect(datesOf('monthly', '2026-11-15', '2027-06-15', '2026-11-25', 1)).toEqual(['2026-12-15']);
  });
});

describe('due dates by the month', () => {
  it('of a payer of the 31st fall on each month end, without drift', () => {
    expect(datesOf('monthly', '2026-12-31', '2027-01-31', '2027-01-20', 5)).toEqual([
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
      '2027-04-30',
      '2027-05-31',
    ]);
  });

  it('reach the 29th of February in a leap year', () => {
    const dates = datesOf('monthly', '2027-12-31', '2028-01-31', '2028-01-20', 3);
    expect(dates).toEqual(['2028-01-31', '2028-02-29', '2028-03-31']);
  });

  it('cross the year', () => {
    expect(datesOf('monthly', '2026-10-05', '2026-11-05', '2026-11-25', 2)).toEqual(['2026-12-05', '2027-01-05']);
  });

  it('do not move for a weekend or a holiday: the debit does', () => {
    expect(datesOf('monthly', '2026-11-25', '2026-12-25', '2026-11-30', 1)).toEqual(['2026-12-25']);
    expect(datesOf('monthly', '2026-12-02', '2027-01-02', '2026-12-20', 1)).toEqual(['2027-01-02']);
  });
});

describe('due dates twice a month', () => {
  it('are the days of both paydays, whichever of them comes first', () => {
    const expected = ['2026-12-05', '2026-12-20', '2027-01-05', '2027-01-20'];
    expect(datesOf('semiMonthly', '2026-11-05', '2026-11-20', '2026-11-25', 4)).toEqual(expected);
    expect(datesOf('semiMonthly', '2026-11-20', '2026-12-05', '2026-11-25', 4)).toEqual(expected);
  });

  it('of the 15th and the last clamp to each month end', () => {
    expect(datesOf('semiMonthly', '2027-01-15', '2027-01-31', '2027-01-20', 4)).toEqual([
      '2027-01-31',
      '2027-02-15',
      '2027-02-28',
      '2027-03-15',
    ]);
  });

  it('may start with the second payday of a month', () => {
    expect(datesOf('semiMonthly', '2026-11-05', '2026-11-20', '2026-12-01', 2)).toEqual(['2026-12-20', '2027-01-05']);
  });

  test.each([
    ['30th and 31st', '2027-01-30', '2027-01-31', ['2027-02-27', '2027-02-28', '2027-03-30', '2027-03-31']],
    ['28th and 30th', '2027-01-28', '2027-01-30', ['2027-02-27', '2027-02-28', '2027-03-28', '2027-03-30']],
    ['29th and 31st', '2028-01-29', '2028-01-31', ['2028-02-28', '2028-02-29', '2028-03-29', '2028-03-31']],
  ])('of the %s stay two in a short month: the earlier goes a day ahead', (_days, last, next, expected) => {
    const deliveredOn = `${last.slice(0, 4)}-02-01`;
    expect(datesOf('semiMonthly', last, next, deliveredOn, 4)).toEqual(expected);
  });

  test.each([
    ['15th', '2026-10-15', '2026-11-15', ['2026-12-15', '2026-12-30', '2027-01-15']],
    ['16th', '2026-10-16', '2026-11-16', ['2026-12-16', '2027-01-01', '2027-01-16']],
    ['31st', '2026-10-31', '2026-12-31', ['2026-12-16', '2026-12-31', '2027-01-16']],
  ])('of a payer who names only the %s gain a second payday half a month away', (_day, last, next, expected) => {
    expect(datesOf('semiMonthly', last, next, '2026-12-05', 3)).toEqual(expected);
  });
});
