import { cents, MAX_CENTS } from '../../domain/cents';
import { paymentCount, priceLease } from '../../domain/pricing';
import type { PayFrequency, ProgramTerms } from '../../domain/program';

const terms = (overrides: Partial<ProgramTerms> = {}): ProgramTerms => ({
  totalToOwnBps: 20_000,
  initialPaymentCents: cents(4_900),
  minInvoiceCents: cents(15_000),
  maxInvoiceCents: cents(500_000),
  termMonths: 12,
  ...overrides,
});

/** domain.md 3.1, worked examples A and B. */
const WORKED: [PayFrequency, number, [number, number], [number, number]][] = [
  ['weekly', 52, [37_52, 37_48], [48_49, 47_99]],
  ['biWeekly', 26, [75_04, 75_00], [96_97, 96_73]],
  ['semiMonthly', 24, [81_30, 81_10], [105_05, 104_83]],
  ['monthly', 12, [162_59, 162_51], [210_09, 209_99]],
];

describe('the price of a lease', () => {
  test.each(WORKED)('paid %s is %i payments with the worked amounts', (payFrequency, n, exampleA, exampleB) => {
    expect(priceLease(cents(100_000), terms(), payFrequency)).toEqual({
      cashPriceCents: 100_000,
      costOfLeaseCents: 100_000,
      totalToOwnCents: 200_000,
      initialPaymentCents: 4_900,
      payFrequency,
      numberOfPayments: n,
      paymentCents: exampleA[0],
      lastPaymentCents: exampleA[1],
      ninetyDayBuyoutCents: 100_000,
    });
    const priceB = priceLease(cents(129_999), terms({ initialPaymentCents: cents(7_900) }), payFrequency);
    expect(priceB).toMatchObject({ totalToOwnCents: 259_998, numberOfPayments: n });
    expect([priceB.paymentCents, priceB.lastPaymentCents]).toEqual(exampleB);
  });

  it('never passes its multiple of the cash price by a rounding: the fraction of a cent is dropped', () => {
    const price = priceLease(cents(99_999), terms({ totalToOwnBps: 20_400 }), 'monthly');
    expect(price.totalToOwnCents).toBe(203_997); // 203,997.96
    expect(price.costOfLeaseCents).toBe(103_998);
  });

  it('stays exact to the cent at the far end of the range of money', () => {
    const price = priceLease(cents(449_999_999_109), terms({ totalToOwnBps: 22_211 }), 'weekly');
    expect(BigInt(price.totalToOwnCents)).toBe((449_999_999_109n * 22_211n) / 10_000n);
  });

  it('is refused when it leaves the range of money', () => {
    expect(() => priceLease(cents(MAX_CENTS), terms(), 'weekly')).toThrow(
      expect.objectContaining({ code: 'AMOUNT_OUT_OF_RANGE' }),
    );
  });

  test.each([
    ['the initial payment takes everything', 24_50],
    ['the initial payment is more than the total', 20_00],
    ['a payment rounded up to a whole cent leaves nothing for the last', 24_80],
  ])('is refused when %s', (_case, cashPriceCents) => {
    expect(() => priceLease(cents(cashPriceCents), terms(), 'weekly')).toThrow(
      expect.objectContaining({ code: 'AMOUNT_TOO_SMALL' }),
    );
  });

  it('is refused for a term that holds no payment', () => {
    expect(() => priceLease(cents(100_000), terms({ termMonths: 0 }), 'monthly')).toThrow(
      expect.objectContaining({ code: 'PAYMENT_COUNT_OUT_OF_RANGE' }),
    );
  });
});

describe('the number of payments', () => {
  test.each<[PayFrequency, number, number]>([
    ['weekly', 18, 78],
    ['biWeekly', 18, 39],
    ['semiMonthly', 18, 36],
    ['monthly', 18, 18],
    ['weekly', 13, 56],
    ['biWeekly', 13, 28],
  ])('paid %s over %i months is %i: none outlives the term', (payFrequency, termMonths, expected) => {
    expect(paymentCount(payFrequency, termMonths)).toBe(expected);
  });
});
