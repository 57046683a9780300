import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { storeOffsets } from '../../activities/store-offsets';
import { isBankingDay } from '../../domain/banking-calendar';
import { addDays, calendarDate, instant, type CalendarDate, type Instant } from '../../domain/calendar-date';
import { businessDayOf, cutOffAt } from '../../domain/cut-off';

const MADE_AT = instant(Date.UTC(2026, 0, 1));
const NEW_YORK = storeOffsets('America/New_York', MADE_AT, 20);

/** The oracle asks the time-zone database for the wall in New York, and never our offset table. */
const wallAt = (at: Instant): Temporal.ZonedDateTime =>
  Temporal.Instant.from(at).toZonedDateTimeISO('America/New_York');

function walkedBusinessDay(at: Instant): CalendarDate {
  const wall = wallAt(at);
  const isLate = Temporal.PlainTime.compare(wall.toPlainTime(), '17:00') > 0;
  let date = addDays(calendarDate(wall.toPlainDate().toString()), isLate ? 1 : 0);
  while (!isBankingDay(date)) date = addDays(date, 1);
  return date;
}

const anyInstant = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2045, 11, 1) }).map(instant);

describe('the cut-off over twenty years', () => {
  it('is 17:00:00.000 on the wall in New York on every banking day', () => {
    const wrong: string[] = [];
    for (let date = calendarDate('2026-01-02'); date < '2045-12-01'; date = addDays(date, 1)) {
      if (!isBankingDay(date)) continue;
      const wall = wallAt(cutOffAt(date, NEW_YORK)).toPlainDateTime().toString();
      if (wall !== `${date}T17:00:00`) wrong.push(`${date}: ${wall}`);
    }
    expect(wrong).toEqual([]);
  });

  it('gives what is posted at any instant to the day a walk over the calendar finds', () => {
    fc.assert(
      fc.property(anyInstant, (at) => {
        expect(businessDayOf(at, NEW_YORK)).toBe(walkedBusinessDay(at));
      }),
      { numRuns: 1000 },
    );
  });

  it('takes the cut-off itself and leaves the next millisecond to a later day', () => {
    fc.assert(
      fc.property(anyInstant, (at) => {
        const businessOn = businessDayOf(at, NEW_YORK);
        const cutOff = cutOffAt(businessOn, NEW_YORK);
        expect(businessDayOf(cutOff, NEW_YORK)).toBe(businessOn);
        expect(businessDayOf(instant(Date.parse(cutOff) + 1), NEW_YORK) > businessOn).toBe(true);
      }),
    );
  });
});
