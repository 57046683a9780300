import fc from 'fast-check';
import { addDays, calendarDate, dateOfEpochDay, daysBetween, epochDay } from '../../domain/calendar-date';
import type { CalendarDate } from '../../domain/calendar-date';
import {
  addBankingDays,
  BANKING_CALENDAR_FROM,
  BANKING_CALENDAR_UNTIL,
  bankingDaysBetween,
  isBankingDay,
  nextBankingDay,
  onOrNextBankingDay,
  previousBankingDay,
} from '../../domain/banking-calendar';

/**
 * The oracle: says of one weekday, by month and day alone, whether the banks close. It reads a Monday's neighbours
 * where the code computes holidays of a year, and shares no step with it.
 */
function closesByTheBook(date: CalendarDate): boolean {
  const day = new Date(`${date}T12:00:00Z`);
  const name = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][day.getUTCDay()] ?? '';
  if (name === 'Sun' || name === 'Sat') return true;
  const isFixed = (text: string): boolean =>
    /-(01-01|07-04|11-11|12-25)$/.test(text) || (text >= '2022' && text.endsWith('-06-19'));
  if (isFixed(date)) return true;
  if (name === 'Mon' && isFixed(addDays(date, -1))) return true;
  const week = Math.ceil(day.getUTCDate() / 7);
  const isLastOfMonth = addDays(date, 7).slice(0, 7) !== date.slice(0, 7);
  const place = `${name} ${week} in ${date.slice(5, 7)}`;
  const floating = ['Mon 3 in 01', 'Mon 3 in 02', 'Mon 1 in 09', 'Mon 2 in 10', 'Thu 4 in 11'];
  return floating.includes(place) || (name === 'Mon' && isLastOfMonth && date.slice(5, 7) === '05');
}

const DAYS = daysBetween(BANKING_CALENDAR_FROM, BANKING_CALENDAR_UNTIL) + 1;
const EVERY_DAY = Array.from({ length: DAYS }, (_, index) => addDays(BANKING_CALENDAR_FROM, index));
const BANKING_DAYS = EVERY_DAY.filter(isBankingDay);

/** Far enough from both ends for every answer to lie inside. */
const anyDay = fc
  .integer({ min: epochDay(calendarDate('2022-01-01')), max: epochDay(calendarDate('2098-12-31')) })
  .map(dateOfEpochDay);
const aFew = fc.integer({ min: 0, max: 200 });

describe('every day of 2020-2100', () => {
  it('is open or closed as the rules of the Reserve Banks say, one day at a time', () => {
    expect(EVERY_DAY.filter((date) => isBankingDay(date) === closesByTheBook(date))).toEqual([]);
  });

  it('has a banking day at most four days later, and no year has fewer than 250 or more than 253', () => {
    const gaps = BANKING_DAYS.slice(1).map((date, index) => daysBetween(BANKING_DAYS[index] ?? date, date));
    expect([...new Set(gaps)].sort()).toEqual([1, 2, 3, 4]);
    const perYear = new Map<string, number>();
    for (const date of BANKING_DAYS) perYear.set(date.slice(0, 4), (perYear.get(date.slice(0, 4)) ?? 0) + 1);
    expect(perYear.size).toBe(81);
    expect([...new Set(perYear.values())].sort()).toEqual([250, 251, 252, 253]);
    // 262 weekdays in these leap years, less nine: two holidays on Saturdays, or, in 2020, one and no Juneteenth yet.
    expect([...perYear].filter(([, count]) => count === 253).map(([year]) => year)).toEqual([
      '2020',
      '2032',
      '2060',
      '2088',
    ]);
  });

  it('follows and is followed by the next of one list, from any day of it', () => {
    for (const [index, date] of BANKING_DAYS.entries()) {
      const [before, after] = [BANKING_DAYS[index - 1], BANKING_DAYS[index + 1]];
      if (before !== undefined) expect(previousBankingDay(date)).toBe(before);
      if (after !== undefined) expect(nextBankingDay(date)).toBe(after);
    }
  });
});

describe('for any date', () => {
  it('the next banking day is a banking day, later, and no banking day lies between', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const next = nextBankingDay(date);
        const between = EVERY_DAY.filter((day) => day > date && day < next);
        expect([isBankingDay(next), next > date, between.filter(isBankingDay)]).toEqual([true, true, []]);
      }),
    );
  });

  it('the previous banking day of the next one is the date itself, rolled back if closed', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const rolledBack = isBankingDay(date) ? date : previousBankingDay(date);
        expect(previousBankingDay(nextBankingDay(date))).toBe(rolledBack);
      }),
    );
  });

  it('a debit never rolls backward, stays where banks are open, and rolls only once', () => {
    fc.assert(
      fc.property(anyDay, (dueOn) => {
        const debitOn = onOrNextBankingDay(dueOn);
        expect(debitOn).toBe(isBankingDay(dueOn) ? dueOn : nextBankingDay(dueOn));
        expect(onOrNextBankingDay(debitOn)).toBe(debitOn);
      }),
    );
  });
});

describe('counting banking days', () => {
  it('in two steps arrives where one step does', () => {
    fc.assert(
      fc.property(anyDay, aFew, aFew, (date, first, second) => {
        // Zero steps from a closed day roll forward, so only there the way matters; one step or more leaves it.
        const start = first === 0 ? onOrNextBankingDay(date) : date;
        const inTwo = addBankingDays(addBankingDays(start, first), second);
        expect(inTwo).toBe(addBankingDays(start, first + second));
      }),
    );
  });

  it('there and back gives the count; every further day arrives later', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 200 }), (date, bankingDays) => {
        const later = addBankingDays(date, bankingDays);
        expect(bankingDaysBetween(date, later)).toBe(bankingDays);
        expect(bankingDaysBetween(later, date)).toBe(-bankingDays);
        expect(addBankingDays(date, bankingDays + 1) > later).toBe(true);
      }),
    );
  });

  it('over any stop on the way adds up, in either direction', () => {
    const near = fc.tuple(anyDay, fc.integer({ min: -400, max: 400 }), fc.integer({ min: -400, max: 400 }));
    fc.assert(
      fc.property(near, ([date, stopDays, endDays]) => {
        const [stop, end] = [addDays(date, stopDays), addDays(date, endDays)];
        const overStop = bankingDaysBetween(date, stop) + bankingDaysBetween(stop, end);
        expect(overStop - bankingDaysBetween(date, end)).toBe(0);
      }),
    );
  });
});
