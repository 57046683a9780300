import { OnDate } from '../../../api/schemas/dates';
import { addDays, calendarDate, isCalendarDate } from '../../../domain/calendar-date';

const isTaken = (text: string) => OnDate.safeParse(text).success;

describe('a date', () => {
  it('is taken for every day of 1900 to 2199, leap days and all', () => {
    const refused: string[] = [];
    for (let on = calendarDate('1900-01-01'); on < '2200-01-01'; on = addDays(on, 1)) {
      if (!isTaken(on)) refused.push(on);
    }
    expect(refused).toEqual([]);
  });

  it('is taken for no day that does not exist', () => {
    const numbers = Array.from({ length: 33 }, (_, number) => String(number).padStart(2, '0'));
    for (const year of ['1900', '1904', '2000', '2026', '2028', '2100', '2196']) {
      for (const month of numbers.slice(0, 14)) {
        for (const day of numbers) {
          const text = `${year}-${month}-${day}`;
          expect([text, isTaken(text)]).toEqual([text, isCalendarDate(text)]);
        }
      }
    }
  });

  it.each(['1899-12-31', '2200-01-01', '2026-11-24\n', ' 2026-11-24', '٢٠٢٦-11-24'])('is not taken as %j', (text) => {
    expect(isTaken(text)).toBe(false);
  });
});
