import fc from 'fast-check';
import { addBankingDays, isBankingDay, nextBankingDay } from '../../../domain/banking-calendar';
import { addDays, calendarDate, type CalendarDate, daysBetween } from '../../../domain/calendar-date';
import {
  type CollectionDay,
  collectionDay,
  debitOn,
  filedOn,
  isDueForDebit,
} from '../../../domain/collections/collection-day';
import { dueDates } from '../../../domain/due-dates';
import { PAY_FREQUENCIES, type PayFrequency } from '../../../domain/program';

const on = calendarDate;
const COUNT: Record<PayFrequency, number> = { weekly: 52, biWeekly: 26, semiMonthly: 24, monthly: 12 };

describe('the day of a debit', () => {
  it.each([
    ['a banking day', '2026-12-04', '2026-12-03', '2026-12-04'],
    ['a Saturday', '2026-12-05', '2026-12-04', '2026-12-07'],
    ['a Sunday', '2026-12-06', '2026-12-04', '2026-12-07'],
    ['Thanksgiving, filed the day before it', '2026-11-26', '2026-11-25', '2026-11-27'],
    ['New Year, a Friday, so the Monday', '2027-01-01', '2026-12-31', '2027-01-04'],
    [
      'Independence Day on a Saturday: the Friday is open, the debit rolls on all the same',
      '2026-07-04',
      '2026-07-03',
      '2026-07-06',
    ],
    ['the Monday observed for a Sunday holiday', '2027-07-05', '2027-07-02', '2027-07-06'],
  ])('is, due on %s, never before it', (_day, dueOn, filed, debited) => {
    expect([filedOn(on(dueOn)), debitOn(on(dueOn))]).toEqual([filed, debited]);
  });

  it('waits for the day a changed amount was announced for', () => {
    expect(debitOn(on('2026-12-04'), on('2026-12-12'))).toBe('2026-12-14');
    expect(debitOn(on('2026-12-14'), on('2026-12-04'))).toBe('2026-12-14');
  });
});

describe('the dates of a run', () => {
  it('file for the next banking day', () => {
    const day = collectionDay(on('2026-11-25'));
    expect(day.effectiveOn).toBe('2026-11-27');
    expect(day.debitDays).toEqual(['2026-11-27', '2026-11-30', '2026-12-01']);
    expect(day.feeAssessedThroughOn).toBe('2026-11-17');
    expect(day.retryFirstFromOn).toBe('2026-05-31');
  });

  it('present a returned debit again on the third banking day after its return, whenever it came', () => {
    const anyDay = fc.integer({ min: 0, max: 4_000 }).map((days) => addDays(on('2021-01-04'), days));
    fc.assert(
      fc.property(anyDay, (returnedOn) => {
        const effectiveOn = addBankingDays(returnedOn, 3);
        const firstRun = runsFrom(returnedOn, 15).find(
          ({ retryReturnedThroughOn }) => returnedOn <= retryReturnedThroughOn,
        );
        expect(firstRun?.effectiveOn).toBe(effectiveOn);
      }),
    );
  });
});

/** Kept: 2,928 years of runs ask for the same days. */
const days = new Map<CalendarDate, CollectionDay>();
function runOf(businessOn: CalendarDate): CollectionDay {
  const known = days.get(businessOn) ?? collectionDay(businessOn);
  days.set(businessOn, known);
  return known;
}

function runsFrom(first: CalendarDate, calendarDays: number): CollectionDay[] {
  const dates = Array.from({ length: calendarDays }, (_, index) => addDays(first, index));
  return dates.filter(isBankingDay).map(runOf);
}

describe('a year of leases', () => {
  it.each(PAY_FREQUENCIES)(
    'is debited once a payment, on time, from each of 366 days of delivery (%s)',
    (payFrequency) => {
      for (let start = 0; start < 366; start += 1) {
        const deliveredOn = addDays(on('2027-12-01'), start);
        const paydays = { payFrequency, lastPaidOn: addDays(deliveredOn, -3), nextPaidOn: addDays(deliveredOn, 11) };
        const dues = dueDates(paydays, deliveredOn, COUNT[payFrequency]);
        const lastDue = dues.at(-1) ?? deliveredOn;
        let next = 0;
        for (const run of runsFrom(deliveredOn, daysBetween(deliveredOn, lastDue) + 7)) {
          for (; next < dues.length && isDueForDebit({ dueOn: dues[next] ?? lastDue }, run); next += 1) {
            const dueOn = dues[next] ?? lastDue;
            const filed = { dueOn, on: run.businessOn, effectiveOn: run.effectiveOn };
            expect(filed).toEqual({ dueOn, on: filedOn(dueOn), effectiveOn: debitOn(dueOn) });
            if (!(run.effectiveOn >= dueOn && nextBankingDay(run.businessOn) === run.effectiveOn))
              throw new Error(dueOn);
          }
        }
        expect(next).toBe(dues.length);
      }
    },
  );
});
