import fc from 'fast-check';
import { addDays, calendarDate } from '../../../domain/calendar-date';
import { cents } from '../../../domain/cents';
import { type AccountPayment, isLive, openCents, restCents, totalCents } from '../../../domain/returns/account-payment';
import { endSchedule } from '../../../domain/returns/end-schedule';
import { aSchedule } from './schedule-fixture';

const END = calendarDate('2027-01-29');
const end = (payments: AccountPayment[], returnedOn: string) => endSchedule(payments, calendarDate(returnedOn), END);
const withState = (payments: AccountPayment[], number: number, over: Partial<AccountPayment>) =>
  payments.map((one) => (one.number === number ? { ...one, ...over } : one));

describe('a schedule when everything came back', () => {
  // Example F: 26 × 32.75; the payment of 2026-02-27 is the third.
  const threePaid = aSchedule(85_150, 26, 3);

  it.each([
    ['example F, 4 of 14 days used', '2026-03-02', 2_339],
    ['on the due date itself, which counts as used', '2026-02-27', 3_041],
    ['on the last day of the period', '2026-03-12', 0],
    ['the day before it', '2026-03-11', 234],
  ])('%s: gives back what was paid for days after %s', (_what, returnedOn, refundCents) => {
    const { payments, refunds } = end(threePaid, returnedOn);
    expect(refunds).toEqual(refundCents > 0 ? [{ number: 3, amountCents: refundCents }] : []);
    expect(payments[2]).toMatchObject({
      state: 'paid',
      amountCents: 3_275 - refundCents,
      paidCents: 3_275 - refundCents,
    });
    expect(payments.slice(3).every(({ state }) => state === 'cancelled')).toBe(true);
  });

  it('gives back whole what was paid for later periods', () => {
    const { refunds, payments } = end(threePaid, '2026-02-10');
    expect(refunds).toEqual([
      { number: 1, amountCents: 468 },
      { number: 2, amountCents: 3_275 },
      { number: 3, amountCents: 3_275 },
    ]);
    expect(payments.map(({ state }) => state).slice(0, 3)).toEqual(['paid', 'cancelled', 'cancelled']);
  });

  it('keeps rent due for days the customer had the goods, as past due', () => {
    const { payments, refunds } = end(aSchedule(85_150, 26, 1), '2026-03-02');
    expect(refunds).toEqual([]);
    expect(payments[1]).toMatchObject({ state: 'past_due', amountCents: 3_275 });
    expect(payments[2]).toMatchObject({ state: 'past_due', amountCents: 3_275 - 2_339 });
    expect(restCents(payments)).toBe(3_275 + 936);
  });

  it('leaves a debit in a file for what it is still owed, and drops that of a later period', () => {
    const filed = withState(withState(aSchedule(85_150, 26, 2), 3, { state: 'in_file' }), 4, { state: 'in_file' });
    const { payments } = end(filed, '2026-03-02');
    expect(payments[2]).toMatchObject({ state: 'in_file', amountCents: 936, paidCents: 0 });
    expect(payments[3]).toMatchObject({ state: 'cancelled', amountCents: 3_275 });
  });

  it('sets off what was paid on account of the period against what is earned of it', () => {
    const partly = withState(aSchedule(85_150, 26, 2), 3, { paidCents: cents(500) });
    expect(end(partly, '2026-03-02').payments[2]).toMatchObject({
      state: 'past_due',
      amountCents: 936,
      paidCents: 500,
    });
    const more = withState(aSchedule(85_150, 26, 2), 3, { paidCents: cents(1_000) });
    expect(end(more, '2026-03-02').refunds).toEqual([{ number: 3, amountCents: 64 }]);
  });

  it('takes the day before the next payday for the end of the last period', () => {
    const all = aSchedule(85_150, 26, 26);
    expect(all[25]?.dueOn).toBe('2027-01-15');
    expect(end(all, '2027-01-15').refunds).toEqual([{ number: 26, amountCents: 3_041 }]);
    expect(end(all, '2027-01-28').refunds).toEqual([]);
    expect(end(all, '2028-01-01').refunds).toEqual([]);
  });

  it('gives back exactly what was paid beyond the rent that is earned, wherever the return falls', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(26), fc.nat(10_000), (day, paidCount, partBps) => {
        const whole = aSchedule(85_150, 26, paidCount);
        const paidCents = cents(Math.floor(((whole[paidCount]?.amountCents ?? 0) * Math.min(partBps, 9_999)) / 10_000));
        const payments = withState(whole, paidCount + 1, { paidCents });
        const ended = endSchedule(payments, addDays(calendarDate('2026-01-20'), day), END);
        const paid = (all: readonly AccountPayment[]) =>
          all.filter(isLive).reduce((sum, one) => sum + one.paidCents, 0);
        const back = ended.refunds.reduce((sum, { amountCents }) => sum + amountCents, 0);
        expect(paid(payments) - paid(ended.payments)).toBe(back);
        expect(totalCents(ended.payments)).toBeLessThanOrEqual(totalCents(payments));
        for (const one of ended.payments.filter(isLive)) {
          expect(openCents(one)).toBeGreaterThanOrEqual(0);
          if (openCents(one) > 0) expect(one.state).toBe('past_due');
        }
      }),
    );
  });
});
