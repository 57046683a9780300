import fc from 'fast-check';
import { cents, type Cents } from '../../domain/cents';
import { levelPayments, PAYMENT_COUNT_MAX } from '../../domain/payment-schedule';
import { priceLease } from '../../domain/pricing';
import { PAY_FREQUENCIES, type ProgramTerms } from '../../domain/program';

const total = (amounts: readonly Cents[]): number => amounts.reduce((sum: number, amount) => sum + amount, 0);

/** Enough that rounding each payment up to a whole cent leaves something for the last. */
const splittable = fc
  .integer({ min: 1, max: PAYMENT_COUNT_MAX })
  .chain((count) => fc.tuple(fc.integer({ min: count * count, max: 100_000_000 }), fc.constant(count)));

describe('level payments of any amount', () => {
  it('sum to it exactly, are equal but for the last, and the last is the smaller and more than nothing', () => {
    fc.assert(
      fc.property(splittable, ([remainingCents, count]) => {
        const payments = levelPayments(cents(remainingCents), count);
        const level = payments[0] ?? NaN;
        const last = payments.at(-1) ?? NaN;
        expect(payments).toHaveLength(count);
        expect(total(payments)).toBe(remainingCents);
        expect(new Set(payments.slice(0, -1)).size).toBeLessThanOrEqual(1);
        expect(last).toBeGreaterThan(0);
        expect(last).toBeLessThanOrEqual(level);
      }),
    );
  });

  it('are refused exactly when the level payments before the last already pay everything', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_000 }), fc.integer({ min: 1, max: 60 }), (remainingCents, count) => {
        const overpaid = Math.ceil(remainingCents / count) * (count - 1) >= remainingCents;
        const split = (): Cents[] => levelPayments(cents(remainingCents), count);
        if (overpaid) expect(split).toThrow(expect.objectContaining({ code: 'AMOUNT_TOO_SMALL' }));
        else expect(total(split())).toBe(remainingCents);
      }),
    );
  });
});

describe('the price of any lease', () => {
  const programs = fc.record({
    cashPriceCents: fc.integer({ min: 15_000, max: 5_000_000 }),
    totalToOwnBps: fc.integer({ min: 12_000, max: 22_500 }),
    initialPaymentCents: fc.integer({ min: 0, max: 9_900 }),
    termMonths: fc.integer({ min: 3, max: 24 }),
    payFrequency: fc.constantFrom(...PAY_FREQUENCIES),
  });

  it('is the initial payment and all payments, is cash price and cost of lease, and keeps its multiple', () => {
    fc.assert(
      fc.property(programs, ({ cashPriceCents, payFrequency, ...numbers }) => {
        const terms: ProgramTerms = {
          ...numbers,
          initialPaymentCents: cents(numbers.initialPaymentCents),
          minInvoiceCents: cents(0),
          maxInvoiceCents: cents(5_000_000),
        };
        const price = priceLease(cents(cashPriceCents), terms, payFrequency);
        const paid = price.paymentCents * (price.numberOfPayments - 1) + price.lastPaymentCents;
        expect(price.initialPaymentCents + paid).toBe(price.totalToOwnCents);
        expect(price.cashPriceCents + price.costOfLeaseCents).toBe(price.totalToOwnCents);
        const multipleBps = (price.totalToOwnCents * 10_000) / cashPriceCents;
        expect(multipleBps).toBeLessThanOrEqual(numbers.totalToOwnBps);
        expect(price.totalToOwnCents + 1).toBeGreaterThan((cashPriceCents * numbers.totalToOwnBps) / 10_000);
        expect(price.lastPaymentCents).toBeGreaterThan(0);
        expect(price.lastPaymentCents).toBeLessThanOrEqual(price.paymentCents);
      }),
    );
  });
});
