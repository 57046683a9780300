import { day, lastDayBefore, localDate, moment, money } from '../../../api/pages/formatting';
import { calendarDate, type Instant } from '../../../domain/calendar-date';

const at = (text: string): Instant => text as Instant;
const CHICAGO = 'America/Chicago';

describe('what pages say of money and time', () => {
  it.each([
    ['2026-11-24T06:00:00.000Z', 'November 24, 2026, 12:00 AM', '24 de noviembre de 2026, 12:00 a. m.'],
    ['2026-11-24T05:59:59.999Z', 'November 23, 2026, 11:59 PM', '23 de noviembre de 2026, 11:59 p. m.'],
    ['2026-11-24T18:05:00.000Z', 'November 24, 2026, 12:05 PM', '24 de noviembre de 2026, 12:05 p. m.'],
    // One hour later by the sun, the same by the wall: summer time.
    ['2026-07-01T17:05:00.000Z', 'July 1, 2026, 12:05 PM', '1 de julio de 2026, 12:05 p. m.'],
  ])('tells %s by the clock on the store’s wall', (instant, en, es) => {
    expect(moment(at(instant), CHICAGO, 'en')).toBe(en);
    expect(moment(at(instant), CHICAGO, 'es')).toBe(es);
  });

  it('names the last day of a deadline at midnight, not the day after', () => {
    expect(lastDayBefore(at('2027-01-24T06:00:00.000Z'), CHICAGO)).toBe('2027-01-23');
    expect(localDate(at('2027-01-24T06:00:00.000Z'), CHICAGO)).toBe('2027-01-24');
  });

  it('writes amounts and days as the agreement does', () => {
    expect(money(123_456_789)).toBe('$1,234,567.89');
    expect(day(calendarDate('2026-12-01'), 'es')).toBe('1 de diciembre de 2026');
  });
});
