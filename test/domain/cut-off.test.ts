import { calendarDate, type Instant } from '../../domain/calendar-date';
import { businessDayOf, cutOffAt } from '../../domain/cut-off';
import type { StoreClock } from '../../domain/store-clock';

const at = (text: string): Instant => new Date(text).toISOString() as Instant;

const NEW_YORK: StoreClock = [
  { from: at('2025-11-02T06:00Z'), utcOffsetMinutes: -300 },
  { from: at('2026-03-08T07:00Z'), utcOffsetMinutes: -240 },
  { from: at('2026-11-01T06:00Z'), utcOffsetMinutes: -300 },
  { from: at('2027-03-14T07:00Z'), utcOffsetMinutes: -240 },
  { from: at('2027-11-07T06:00Z'), utcOffsetMinutes: -300 },
];

describe('the cut-off of a banking day', () => {
  test.each([
    ['2026-11-25', '2026-11-25T22:00:00.000Z', 'winter'],
    ['2026-07-03', '2026-07-03T21:00:00.000Z', 'summer'],
    ['2026-03-06', '2026-03-06T22:00:00.000Z', 'the Friday before clocks go forward'],
    ['2026-03-09', '2026-03-09T21:00:00.000Z', 'the Monday after'],
    ['2026-10-30', '2026-10-30T21:00:00.000Z', 'the Friday before clocks go back'],
    ['2026-11-02', '2026-11-02T22:00:00.000Z', 'the Monday after'],
    ['2026-12-31', '2026-12-31T22:00:00.000Z', 'the last banking day of a year'],
  ])('%s is 17:00 in New York, %s: %s', (businessOn, expected) => {
    expect(cutOffAt(calendarDate(businessOn), NEW_YORK)).toBe(expected);
  });

  it('is 17:00 on the wall even of a banking day on which clocks change, should the law move the change to one', () => {
    const noonChange: StoreClock = [
      { from: at('2026-01-01T00:00Z'), utcOffsetMinutes: -300 },
      { from: at('2026-11-24T17:00Z'), utcOffsetMinutes: -240 },
    ];
    expect(cutOffAt(calendarDate('2026-11-24'), noonChange)).toBe('2026-11-24T21:00:00.000Z');
  });

  test.each(['2026-11-26', '2026-11-28', '2027-07-05', '2101-01-03'])('is refused for %s, no banking day', (date) => {
    const refused = expect.objectContaining({ code: 'NOT_A_BANKING_DAY' });
    expect(() => cutOffAt(calendarDate(date), NEW_YORK)).toThrow(refused);
  });
});

describe('what was posted', () => {
  test.each([
    ['2026-11-25T21:59:59.999Z', '2026-11-25', 'a millisecond before 17:00'],
    ['2026-11-25T22:00:00.000Z', '2026-11-25', 'at 17:00:00.000'],
    ['2026-11-25T22:00:00.001Z', '2026-11-27', 'a millisecond later, over Thanksgiving'],
    ['2026-11-26T15:00:00.000Z', '2026-11-27', 'on Thanksgiving'],
    ['2026-11-27T05:00:00.000Z', '2026-11-27', 'at midnight'],
    ['2026-11-27T04:59:59.999Z', '2026-11-27', 'before midnight of a closed day'],
    ['2026-11-25T04:30:00.000Z', '2026-11-25', 'late on Tuesday evening, by when UTC says Wednesday'],
    ['2026-07-03T21:00:00.000Z', '2026-07-03', 'at 17:00 of an open Friday before a Saturday holiday'],
    ['2026-07-03T21:00:00.001Z', '2026-07-06', 'a millisecond later, over a weekend'],
    ['2027-07-02T21:00:00.001Z', '2027-07-06', 'late on Friday before a closed Monday'],
    ['2026-12-31T22:00:00.000Z', '2026-12-31', "at 17:00 on New Year's Eve"],
    ['2026-12-31T22:00:00.001Z', '2027-01-04', 'a millisecond later, over the year and a weekend'],
    ['2027-01-01T04:59:59.999Z', '2027-01-04', "in the last millisecond of New York's year"],
  ])('at %s goes into the run of %s: %s', (postedAt, businessOn) => {
    expect(businessDayOf(at(postedAt), NEW_YORK)).toBe(businessOn);
  });

  test.each([
    ['2026-03-06T22:00:00.000Z', '2026-03-06', 'at the last winter cut-off'],
    ['2026-03-06T22:00:00.001Z', '2026-03-09', 'after it'],
    ['2026-03-08T06:59:59.999Z', '2026-03-09', 'in the last instant of winter time'],
    ['2026-03-08T07:00:00.000Z', '2026-03-09', 'in the first of summer time'],
    ['2026-03-09T21:00:00.000Z', '2026-03-09', 'at the first summer cut-off, an hour earlier by UTC'],
    ['2026-03-09T21:00:00.001Z', '2026-03-10', 'after it, when winter would still have taken it'],
    ['2026-11-01T05:30:00.000Z', '2026-11-02', 'at 01:30 for the first time'],
    ['2026-11-01T06:30:00.000Z', '2026-11-02', 'at 01:30 for the second'],
    ['2026-11-02T21:30:00.000Z', '2026-11-02', 'at 16:30, when summer would have been too late'],
    ['2026-11-02T22:00:00.001Z', '2026-11-03', 'after the first winter cut-off'],
  ])('around a change of clocks at %s goes into the run of %s: %s', (postedAt, businessOn) => {
    expect(businessDayOf(at(postedAt), NEW_YORK)).toBe(businessOn);
  });

  it('beyond the calendar, at no time, or by no clock, is refused', () => {
    const refused = expect.objectContaining({ code: 'NOT_A_BANKING_DAY' });
    expect(() => businessDayOf(at('2019-12-31T12:00Z'), NEW_YORK)).toThrow(refused);
    expect(() => businessDayOf(at('2100-12-31T22:00:00.001Z'), NEW_YORK)).toThrow(refused);
    const internal = expect.objectContaining({ code: 'INTERNAL' });
    expect(() => businessDayOf(at('2026-11-25T12:00Z'), [])).toThrow(internal);
    expect(() => cutOffAt(calendarDate('2026-11-25'), [])).toThrow(internal);
    expect(() => businessDayOf('noon' as Instant, NEW_YORK)).toThrow(internal);
  });
});
