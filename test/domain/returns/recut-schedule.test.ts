import fc from 'fast-check';
import { calendarDate } from '../../../domain/calendar-date';
import { cents } from '../../../domain/cents';
import { type AccountPayment, isLive, openCents, restCents, totalCents } from '../../../domain/returns/account-payment';
import { recutSchedule } from '../../../domain/returns/recut-schedule';
import { scaledCents } from '../../../domain/returns/scale';
import { amountsOf, aSchedule } from './schedule-fixture';

const RETURNED_ON = calendarDate('2026-03-20');
const invoice = (beforeCents: number, afterCents: number) => ({
  beforeCents: cents(beforeCents),
  afterCents: cents(afterCents),
});
const from = (payments: AccountPayment[], number: number) => payments.filter((one) => one.number >= number);
const withState = (payments: AccountPayment[], number: number, over: Partial<AccountPayment>) =>
  payments.map((one) => (one.number === number ? { ...one, ...over } : one));

describe('a schedule after a part went back or became cheaper', () => {
  const fourPaid = aSchedule(195_100, 26, 4);

  it.each([
    ['example E: a table of 300 of 1,000 back', 100_000, 70_000, 115_559, '21 × 5253, 5246'],
    ['scenario 7: the table 50 cheaper', 100_000, 95_000, 156_830, '21 × 7129, 7121'],
    ['a cent cheaper', 100_000, 99_999, 165_082, '21 × 7504, 7498'],
    ['all but a cent', 100_000, 1, 2, '2 × 1'],
  ])('%s: %i -> %i', (_what, before, after, rest, amounts) => {
    const recut = recutSchedule(fourPaid, invoice(before, after), RETURNED_ON);
    expect(restCents(recut)).toBe(rest);
    expect(amountsOf(from(recut, 5))).toBe(amounts);
    expect(recut.slice(0, 4)).toEqual(fourPaid.slice(0, 4));
  });

  it('keeps numbers and due dates, and the amount of what fell away', () => {
    const recut = recutSchedule(fourPaid, invoice(100_000, 1), RETURNED_ON);
    expect(recut.map(({ number, dueOn }) => [number, dueOn])).toEqual(
      fourPaid.map(({ number, dueOn }) => [number, dueOn]),
    );
    expect(recut[25]).toEqual({ ...fourPaid[25], state: 'cancelled' });
  });

  it('scales past due rent with the rest: it is unpaid', () => {
    const missed = withState(fourPaid, 5, { state: 'past_due' });
    const recut = recutSchedule(missed, invoice(100_000, 70_000), calendarDate('2026-04-20'));
    expect(recut[4]).toMatchObject({ state: 'past_due', amountCents: 5_253 });
    expect(restCents(recut)).toBe(115_559);
  });

  it('leaves a debit in a file as it was told, and lets the others carry its part of the reduction', () => {
    const filed = withState(fourPaid, 5, { state: 'in_file' });
    const recut = recutSchedule(filed, invoice(100_000, 70_000), RETURNED_ON);
    expect(recut[4]).toEqual(filed[4]);
    expect(restCents(recut)).toBe(115_559);
    expect(amountsOf(from(recut, 6))).toBe('20 × 5146, 5135');
  });

  it('takes a debit in a file of a period that has begun for paid', () => {
    const filed = withState(fourPaid, 5, { state: 'in_file' });
    const recut = recutSchedule(filed, invoice(100_000, 70_000), calendarDate('2026-03-27'));
    expect(recut[4]).toEqual(filed[4]);
    expect(restCents(from(recut, 6))).toBe(scaledCents(cents(165_084 - 7_504), invoice(100_000, 70_000)));
  });

  it('leaves less of a debit in a file than was filed only when nothing else is left to pay', () => {
    const filed = withState(fourPaid, 5, { state: 'in_file' });
    const recut = recutSchedule(filed, invoice(100_000, 100), RETURNED_ON);
    expect(recut[4]).toMatchObject({ state: 'in_file', amountCents: 165 });
    expect(from(recut, 6).every(({ state }) => state === 'cancelled')).toBe(true);
  });

  it('counts what was paid on account: the amounts become level, not what is left of them', () => {
    const partly = withState(fourPaid, 5, { paidCents: cents(2_000) });
    const recut = recutSchedule(partly, invoice(100_000, 70_000), RETURNED_ON);
    expect(restCents(recut)).toBe(114_159);
    expect(amountsOf(from(recut, 5))).toBe('21 × 5280, 5279');
    expect(recut[4]).toMatchObject({ amountCents: 5_280, paidCents: 2_000, state: 'scheduled' });
  });

  it('closes a payment on which more was paid than the new amount', () => {
    const partly = withState(fourPaid, 5, { paidCents: cents(7_000) });
    const recut = recutSchedule(partly, invoice(100_000, 10_000), RETURNED_ON);
    expect(recut[4]).toMatchObject({ amountCents: 7_000, paidCents: 7_000, state: 'paid' });
    expect(restCents(recut)).toBe(15_808);
    expect(amountsOf(from(recut, 6))).toBe('20 × 753, 748');
  });

  const account = fc
    .record({
      rent: fc.integer({ min: 260, max: 5_000_000 }),
      count: fc.integer({ min: 2, max: 52 }),
      paid: fc.nat(51),
      partBps: fc.nat(9_999),
      isFiled: fc.boolean(),
      before: fc.integer({ min: 2, max: 999_999_999 }),
      afterBps: fc.integer({ min: 1, max: 9_999 }),
      day: fc.nat(760),
    })
    .map(({ rent, count, paid, partBps, isFiled, before, afterBps, day }) => {
      const paidCount = Math.min(paid, count - 1);
      const whole = aSchedule(Math.max(rent, count * count), count, paidCount);
      const next = whole[paidCount];
      const paidCents = cents(Math.floor(((next?.amountCents ?? 0) * partBps) / 10_000));
      const payments = withState(whole, paidCount + 1, { paidCents, state: isFiled ? 'in_file' : 'scheduled' });
      const after = Math.max(1, Math.floor((before / 10_000) * afterBps));
      const returnedOn = calendarDate(new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10));
      return { payments, invoice: invoice(before, after), returnedOn };
    });

  it('only ever lowers the total, keeps what was paid, and is exact to the cent', () => {
    fc.assert(
      fc.property(account, ({ payments, invoice: change, returnedOn }) => {
        const recut = recutSchedule(payments, change, returnedOn);
        const begunFiled = payments.filter(({ state, dueOn }) => state === 'in_file' && dueOn <= returnedOn);
        const fixedCents = restCents(begunFiled);
        expect(restCents(recut)).toBe(fixedCents + scaledCents(cents(restCents(payments) - fixedCents), change));
        expect(totalCents(recut)).toBeLessThanOrEqual(totalCents(payments));
        const paid = (all: readonly AccountPayment[]) =>
          all.filter(isLive).reduce((sum, one) => sum + one.paidCents, 0);
        expect(paid(recut)).toBe(paid(payments));
      }),
    );
  });

  it('makes level payments, the last not above them, none above what it was but for the rounding of the last', () => {
    fc.assert(
      fc.property(account, ({ payments, invoice: change, returnedOn }) => {
        const recut = recutSchedule(payments, change, returnedOn);
        const open = recut.filter((one) => isLive(one) && openCents(one) > 0 && one.state !== 'in_file');
        const [level, ...rest] = open.map(({ amountCents }) => amountCents);
        const last = rest.pop();
        expect(rest.every((amount) => amount === level)).toBe(true);
        if (level !== undefined && last !== undefined) {
          expect(last).toBeGreaterThan(0);
          expect(last).toBeLessThanOrEqual(level);
        }
        for (const [index, one] of recut.entries()) {
          const was = payments[index];
          if (was && one.number < payments.length) expect(one.amountCents).toBeLessThanOrEqual(was.amountCents);
          expect(one.paidCents).toBeLessThanOrEqual(one.amountCents);
        }
      }),
    );
  });
});
