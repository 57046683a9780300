import { cents } from '../../domain/cents';
import { priceCapViolation } from '../../domain/price-caps';
import { priceLease } from '../../domain/pricing';
import type { ProgramTerms } from '../../domain/program';
import { US_STATES } from '../../domain/states';

const atMultiple = (totalToOwnBps: number): ProgramTerms => ({
  totalToOwnBps,
  initialPaymentCents: cents(4_900),
  minInvoiceCents: cents(15_000),
  maxInvoiceCents: cents(500_000),
  termMonths: 12,
});

describe('a program', () => {
  test.each([
    ['OH', 20_000],
    ['CA', 22_500],
    ['NY', 22_500],
  ])('in %s may ask exactly the lawful multiple of %i basis points, and not one more', (state, maxBps) => {
    expect(priceCapViolation(atMultiple(maxBps), state)).toBeUndefined();
    expect(priceCapViolation(atMultiple(maxBps + 1), state)).toMatchObject({ state });
  });

  test.each([
    ['OH', /2\.00 times.*1351\.06/],
    ['CA', /2\.25 times.*1812\.644/],
    ['NY', /2\.25 times.*503/],
  ])('that breaks the cap of %s is told the rule and where it stands', (state, rule) => {
    expect(priceCapViolation(atMultiple(30_000), state)?.rule).toMatch(rule);
  });

  it("of the market's 2.04 times is unlawful in Ohio only (domain.md 3.6)", () => {
    expect(US_STATES.filter((state) => priceCapViolation(atMultiple(20_400), state) !== undefined)).toEqual(['OH']);
  });

  it('is capped in no state but California, New York and Ohio', () => {
    const capped = US_STATES.filter((state) => priceCapViolation(atMultiple(90_000), state) !== undefined);
    expect(capped).toEqual(['CA', 'NY', 'OH']);
    expect(priceCapViolation(atMultiple(90_000), 'constructor')).toBeUndefined();
  });

  it('at the very cap of California never asks a fraction of a cent more, whatever the cash price', () => {
    for (let cashPriceCents = 15_000; cashPriceCents < 15_200; cashPriceCents += 1) {
      const price = priceLease(cents(cashPriceCents), atMultiple(22_500), 'weekly');
      expect(price.totalToOwnCents * 4).toBeLessThanOrEqual(9 * cashPriceCents);
    }
  });

  // domain.md 3.6: the cash price at most these multiples of what the goods cost us, the total 2.25 times that price
  test.each([
    ['CA', 'computers, appliances, other', 16_500],
    ['CA', 'electronic sets', 17_000],
    ['CA', 'furniture, jewelry, instruments, auto accessories', 19_000],
    ['NY', 'appliances, electronics below $150, other', 17_500],
    ['NY', 'electronics from $150', 20_000],
    ['NY', 'auto, jewelry, instruments', 20_000],
    ['NY', 'furniture', 21_500],
  ])(
    'that we take in %s is lawful for %s: our cost is the invoice, and the invoice is the cash price',
    (state, _of, maxBps) => {
      const costCents = 33_333;
      const allowed = atMultiple(22_500);
      expect(priceCapViolation(allowed, state)).toBeUndefined();
      const { cashPriceCents, totalToOwnCents } = priceLease(cents(costCents), allowed, 'weekly');
      const highestCashPriceCents = Math.floor((costCents * maxBps) / 10_000);
      expect(cashPriceCents).toBeLessThanOrEqual(highestCashPriceCents);
      expect(totalToOwnCents).toBeLessThanOrEqual(Math.floor((highestCashPriceCents * 225) / 100));
    },
  );

  it('at the very cap of Ohio has half of all payments at the cash price, and at one step more above it', () => {
    const half = (bps: number): number => priceLease(cents(100_000), atMultiple(bps), 'monthly').totalToOwnCents;
    expect(half(20_000)).toBeLessThanOrEqual(2 * 100_000);
    expect(half(20_001)).toBeGreaterThan(2 * 100_000);
  });
});
