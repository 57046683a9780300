import { calendarDate, type Instant } from '../../domain/calendar-date';
import { endOfDayAfter, localDate, startOfDay, type StoreClock } from '../../domain/store-clock';

const at = (text: string): Instant => new Date(text).toISOString() as Instant;

const CHICAGO: StoreClock = [
  { from: at('2025-11-02T07:00Z'), utcOffsetMinutes: -360 },
  { from: at('2026-03-08T08:00Z'), utcOffsetMinutes: -300 },
  { from: at('2026-11-01T07:00Z'), utcOffsetMinutes: -360 },
  { from: at('2027-03-14T08:00Z'), utcOffsetMinutes: -300 },
];

/** Havana changes its clocks at midnight: 00:00 is skipped in spring and comes twice in autumn. */
const HAVANA: StoreClock = [
  { from: at('2025-11-02T05:00Z'), utcOffsetMinutes: -300 },
  { from: at('2026-03-08T05:00Z'), utcOffsetMinutes: -240 },
  { from: at('2026-11-01T05:00Z'), utcOffsetMinutes: -300 },
];

/** São Paulo, until 2019, went back from 00:00 to 23:00: its last summer evening came twice. */
const SAO_PAULO: StoreClock = [
  { from: at('2018-11-04T03:00Z'), utcOffsetMinutes: -120 },
  { from: at('2019-02-17T02:00Z'), utcOffsetMinutes: -180 },
];

/** Apia went from 29 to 31 December 2011: 30 December was on no wall there. */
const APIA: StoreClock = [
  { from: at('2011-09-24T14:00Z'), utcOffsetMinutes: -600 },
  { from: at('2011-12-30T10:00Z'), utcOffsetMinutes: 840 },
];

describe('a store clock', () => {
  test.each([
    ['the last millisecond of a winter day', '2026-03-08T05:59:59.999Z', '2026-03-07'],
    ['the first of the day on which clocks go forward', '2026-03-08T06:00:00.000Z', '2026-03-08'],
    ['the last of that 23-hour day', '2026-03-09T04:59:59.999Z', '2026-03-08'],
    ['the first of the 25-hour day', '2026-11-01T05:00:00.000Z', '2026-11-01'],
    ['the last of the 25-hour day', '2026-11-02T05:59:59.999Z', '2026-11-01'],
    ['a day long before the table begins', '2020-01-01T05:59:59.999Z', '2019-12-31'],
    ['a day long after the table ends', '2040-01-01T05:00:00.000Z', '2040-01-01'],
  ])('tells the local date at %s', (_moment, instantText, date) => {
    expect(localDate(CHICAGO, at(instantText))).toBe(date);
  });

  it('is still on the old date in the instant that takes midnight back', () => {
    expect(localDate(SAO_PAULO, at('2019-02-17T01:59:59.999Z'))).toBe('2019-02-16');
    expect(localDate(SAO_PAULO, at('2019-02-17T02:00:00.000Z'))).toBe('2019-02-16');
    expect(localDate(SAO_PAULO, at('2019-02-17T03:00:00.000Z'))).toBe('2019-02-17');
  });

  test.each([
    ['an ordinary day', CHICAGO, '2026-11-24', '2026-11-24T06:00:00.000Z'],
    ['a day with a gap at 02:00', CHICAGO, '2026-03-08', '2026-03-08T06:00:00.000Z'],
    ['the day after that gap', CHICAGO, '2026-03-09', '2026-03-09T05:00:00.000Z'],
    ['a day whose midnight is skipped', HAVANA, '2026-03-08', '2026-03-08T05:00:00.000Z'],
    ['a day whose midnight comes twice', HAVANA, '2026-11-01', '2026-11-01T04:00:00.000Z'],
    ['a day whose midnight is taken back', SAO_PAULO, '2019-02-17', '2019-02-17T03:00:00.000Z'],
    ['a day long before the table begins', CHICAGO, '2020-01-01', '2020-01-01T06:00:00.000Z'],
    ['a date that never was, which begins with the next one', APIA, '2011-12-30', '2011-12-30T10:00:00.000Z'],
  ])('begins %s at its first instant', (_day, clock, date, expected) => {
    expect(startOfDay(clock, calendarDate(date))).toBe(expected);
  });

  test.each([
    ['spring: approved 2026-03-02 (domain.md scenario 5)', '2026-03-02', 90, '2026-06-01T05:00:00.000Z'],
    ['autumn: approved 2026-09-01', '2026-09-01', 90, '2026-12-01T06:00:00.000Z'],
    ['no clock change: approved 2026-11-23', '2026-11-23', 90, '2027-02-22T06:00:00.000Z'],
    ['contracts sent 2026-11-23', '2026-11-23', 60, '2027-01-23T06:00:00.000Z'],
    ['the last day is the one on which clocks go forward', '2026-12-08', 90, '2027-03-09T06:00:00.000Z'],
    ['zero days: the rest of today', '2026-11-23', 0, '2026-11-24T06:00:00.000Z'],
  ])('ends a deadline at 00:00 after its last day; %s', (_case, dayZero, days, expected) => {
    expect(endOfDayAfter(CHICAGO, calendarDate(dayZero), days)).toBe(expected);
  });

  it('leaves the whole last day usable, to the millisecond', () => {
    const expiresAt = endOfDayAfter(CHICAGO, calendarDate('2026-03-02'), 90);
    const lastUsable = new Date(Date.parse(expiresAt) - 1).toISOString() as Instant;
    expect(localDate(CHICAGO, lastUsable)).toBe('2026-05-31');
    expect(localDate(CHICAGO, expiresAt)).toBe('2026-06-01');
  });

  it('refuses to tell time from nothing, or from what is no time', () => {
    const internal = expect.objectContaining({ code: 'INTERNAL' });
    expect(() => localDate([], at('2026-01-01T00:00Z'))).toThrow(internal);
    expect(() => startOfDay([], calendarDate('2026-01-01'))).toThrow(internal);
    expect(() => localDate(CHICAGO, 'yesterday' as Instant)).toThrow(internal);
    expect(() => startOfDay(CHICAGO, calendarDate('2026-13-01'))).toThrow(internal);
  });
});
