import { addCalendarMonths, dateText } from '../../../domain/agreement/date-text';
import { calendarDate } from '../../../domain/calendar-date';

describe('dates in words', () => {
  it.each([
    ['2026-11-25', 'November 25, 2026', '25 de noviembre de 2026'],
    ['2027-01-01', 'January 1, 2027', '1 de enero de 2027'],
    ['2028-02-29', 'February 29, 2028', '29 de febrero de 2028'],
  ])('writes %s as "%s" and "%s"', (date, english, spanish) => {
    expect(dateText(calendarDate(date), 'en')).toBe(english);
    expect(dateText(calendarDate(date), 'es')).toBe(spanish);
  });

  it('has twelve different months in each language, in the order of the year', () => {
    for (const language of ['en', 'es'] as const) {
      const firsts = Array.from({ length: 12 }, (_, index) => {
        return dateText(calendarDate(`2026-${String(index + 1).padStart(2, '0')}-01`), language);
      });
      expect(new Set(firsts).size).toBe(12);
      expect(firsts[7]).toMatch(/August|agosto/);
    }
  });
});

describe('calendar months', () => {
  it.each([
    ['2026-01-15', '2026-04-15'],
    ['2026-01-31', '2026-04-30'],
    ['2026-11-30', '2027-02-28'],
    ['2027-11-30', '2028-02-29'],
    ['2026-10-01', '2027-01-01'],
    ['2026-09-30', '2026-12-30'],
  ])('three months after %s is %s', (from, to) => {
    expect(addCalendarMonths(calendarDate(from), 3)).toBe(to);
  });
});
