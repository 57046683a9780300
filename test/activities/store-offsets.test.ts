import { Temporal } from 'temporal-polyfill';
import { storeOffsets } from '../../activities/store-offsets';
import { calendarDate, instant } from '../../domain/calendar-date';
import { endOfDayAfter, localDate, startOfDay } from '../../domain/store-clock';

const MADE_AT = instant(Date.parse('2026-06-15T12:00:00Z'));
const HOUR_MS = 3_600_000;

/** Those with a row are checked for the number of clock changes too: two a year, from mid 2025 to mid 2031. */
const CHANGES_BY_ZONE = {
  'America/New_York': 12,
  'America/Chicago': 12,
  'America/Denver': 12,
  'America/Phoenix': 0,
  'America/Los_Angeles': 12,
  'America/Anchorage': 12,
  'Pacific/Honolulu': 0,
  'America/Puerto_Rico': 0,
  'America/Havana': 12,
};

/** Every hour of three days around each clock change, and of the same days where a zone has none. */
function hoursAroundChanges(timeZone: string): number[] {
  const changeMs = storeOffsets(timeZone, MADE_AT, 5)
    .slice(1)
    .map(({ from }) => Date.parse(from));
  const centresMs = changeMs.length > 0 ? changeMs : [2026, 2027, 2028, 2029, 2030].map((y) => Date.UTC(y, 2, 10));
  return centresMs.flatMap((centreMs) => Array.from({ length: 145 }, (_, hour) => centreMs + (hour - 72) * HOUR_MS));
}

describe.each(Object.entries(CHANGES_BY_ZONE))('the offset table of %s', (timeZone, changeCount) => {
  const clock = storeOffsets(timeZone, MADE_AT, 5);

  it('begins a year back and holds every clock change up to its end', () => {
    expect(clock[0]?.from).toBe('2025-06-15T12:00:00.000Z');
    expect(clock).toHaveLength(1 + changeCount);
  });

  it('tells the same date and the same start of day as the time-zone database, hour by hour', () => {
    for (const hourMs of hoursAroundChanges(timeZone)) {
      for (const atMs of [hourMs - 1, hourMs]) {
        const zoned = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timeZone);
        const date = calendarDate(zoned.toPlainDate().toString());
        const seen = { at: instant(atMs), date: localDate(clock, instant(atMs)), startAt: startOfDay(clock, date) };
        expect(seen).toEqual({ at: instant(atMs), date, startAt: instant(zoned.startOfDay().epochMilliseconds) });
      }
    }
  });
});

describe('the offset table of a store', () => {
  test.each([
    ['2026-03-02T15:30:00Z', 90, '2026-06-01T05:00:00.000Z'],
    ['2026-09-01T15:30:00Z', 90, '2026-12-01T06:00:00.000Z'],
    ['2026-11-24T03:00:00Z', 90, '2027-02-22T06:00:00.000Z'],
    ['2026-11-24T03:00:00Z', 60, '2027-01-23T06:00:00.000Z'],
  ])('carries a deadline from the decision at %s over %i days to %s', (decidedAt, days, expected) => {
    const at = instant(Date.parse(decidedAt));
    const clock = storeOffsets('America/Chicago', at, 1);
    expect(endOfDayAfter(clock, localDate(clock, at), days)).toBe(expected);
  });

  it('ends with the years asked for', () => {
    const last = storeOffsets('America/Chicago', MADE_AT, 1).at(-1);
    expect(last).toEqual({ from: '2027-03-14T08:00:00.000Z', utcOffsetMinutes: -300 });
  });

  it('refuses a time zone nobody knows', () => {
    expect(() => storeOffsets('America/Gotham', MADE_AT, 1)).toThrow(RangeError);
  });
});
