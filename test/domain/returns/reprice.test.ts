import fc from 'fast-check';
import { cents } from '../../../domain/cents';
import { priceLease } from '../../../domain/pricing';
import { recutSchedule } from '../../../domain/returns/recut-schedule';
import { repriceFunded, repriceUndelivered } from '../../../domain/returns/reprice';
import { scaledCents } from '../../../domain/returns/scale';
import { calendarDate } from '../../../domain/calendar-date';
import { aSchedule } from './schedule-fixture';

const TERMS = {
  totalToOwnBps: 20_000,
  initialPaymentCents: cents(4_900),
  minInvoiceCents: cents(1),
  maxInvoiceCents: cents(1_000_000),
  termMonths: 12,
};
const PRICED = priceLease(cents(100_000), TERMS, 'biWeekly');
const TABLE_BACK = { beforeCents: cents(100_000), afterCents: cents(70_000) };

describe('the price of what is left', () => {
  it('of a Funded lease is what was paid and what is to pay: example E', () => {
    const recut = recutSchedule(aSchedule(195_100, 26, 4), TABLE_BACK, calendarDate('2026-03-20'));
    expect(repriceFunded(PRICED, TABLE_BACK, recut)).toEqual({
      cashPriceCents: 70_000,
      costOfLeaseCents: 80_475,
      totalToOwnCents: 150_475,
      initialPaymentCents: 4_900,
      payFrequency: 'biWeekly',
      numberOfPayments: 26,
      paymentCents: 5_253,
      lastPaymentCents: 5_246,
      ninetyDayBuyoutCents: 70_000,
    });
  });

  it('of an order not delivered yet scales the rent and keeps the initial payment as the first of it', () => {
    expect(repriceUndelivered(PRICED, TABLE_BACK)).toEqual({
      cashPriceCents: 70_000,
      costOfLeaseCents: 71_470,
      totalToOwnCents: 141_470,
      initialPaymentCents: 4_900,
      payFrequency: 'biWeekly',
      numberOfPayments: 26,
      paymentCents: 5_253,
      lastPaymentCents: 5_245,
      ninetyDayBuyoutCents: 70_000,
    });
  });

  it('has fewer payments where one would fall below a cent, and none for nothing', () => {
    const toCents = (afterCents: number) => ({ beforeCents: cents(100_000), afterCents: cents(afterCents) });
    expect(repriceUndelivered(PRICED, toCents(5))).toMatchObject({ numberOfPayments: 10, paymentCents: 1 });
    expect(repriceUndelivered(PRICED, toCents(0))).toMatchObject({ numberOfPayments: 0, totalToOwnCents: 4_900 });
  });
});

describe('scaling', () => {
  it('rounds half a cent up and stays exact beyond 2^53', () => {
    expect(scaledCents(cents(1), { beforeCents: cents(2), afterCents: cents(1) })).toBe(1);
    expect(
      scaledCents(cents(999_999_999_999), { beforeCents: cents(999_999_999_998), afterCents: cents(999_999_999_997) }),
    ).toBe(999_999_999_998);
  });

  it('equals the definition in whole numbers, never above what it was', () => {
    const amount = fc.integer({ min: 0, max: 999_999_999_999 });
    const before = fc.integer({ min: 1, max: 999_999_999_999 });
    fc.assert(
      fc.property(amount, before, fc.nat(10_000), (value, beforeCents, afterBps) => {
        const afterCents = Number((BigInt(beforeCents) * BigInt(afterBps)) / 10_000n);
        const scaled = BigInt(
          scaledCents(cents(value), { beforeCents: cents(beforeCents), afterCents: cents(afterCents) }),
        );
        const exact = 2n * BigInt(value) * BigInt(afterCents) - 2n * scaled * BigInt(beforeCents);
        expect(exact < BigInt(beforeCents) && exact >= -BigInt(beforeCents)).toBe(true);
        expect(scaled <= BigInt(value)).toBe(true);
      }),
    );
  });
});
