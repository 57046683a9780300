import fc from 'fast-check';
import { isPriceOfSomeLines } from '../../../domain/funding-file/line-subset';

/** Every part of an order, one by one. */
function partsOf(lines: readonly number[]): number[] {
  return Array.from({ length: 2 ** lines.length }, (_, mask) =>
    lines.reduce((sum, line, index) => ((mask >> index) & 1 ? sum + line : sum), 0),
  );
}

const prices = fc.array(fc.integer({ min: 1, max: 50_000 }), { minLength: 1, maxLength: 9 });

describe('the price of some lines of an order', () => {
  it('is the sum of any of them but not of all', () => {
    expect(isPriceOfSomeLines(70_000, [70_000, 30_000])).toBe(true);
    expect(isPriceOfSomeLines(30_000, [70_000, 30_000])).toBe(true);
    expect(isPriceOfSomeLines(100_000, [70_000, 30_000])).toBe(false);
    expect(isPriceOfSomeLines(0, [70_000, 30_000])).toBe(false);
    expect(isPriceOfSomeLines(50_000, [70_000, 30_000])).toBe(false);
    expect(isPriceOfSomeLines(70_000, [70_000])).toBe(false);
    expect(isPriceOfSomeLines(1, [])).toBe(false);
  });

  it('is told exactly for an order of a few lines', () => {
    fc.assert(
      fc.property(prices, fc.nat(), (lines, pick) => {
        const parts = partsOf(lines);
        const orderCents = parts.at(-1) ?? 0;
        const asked = parts[pick % parts.length] ?? 0;
        expect(isPriceOfSomeLines(asked, lines)).toBe(asked > 0 && asked < orderCents);
        const near = asked + 1;
        expect(isPriceOfSomeLines(near, lines)).toBe(near < orderCents && parts.includes(near));
      }),
    );
  });

  it('is looked for in bounded time, however many lines there are: what is said is still true', () => {
    // Powers of two: every part has a price of its own, 2^40 of them.
    const lines = Array.from({ length: 40 }, (_, index) => 2 ** index);
    expect(isPriceOfSomeLines(2 ** 39, lines)).toBe(true);
    expect(isPriceOfSomeLines(3, lines)).toBe(true);
    expect(isPriceOfSomeLines(2 ** 40, lines)).toBe(false);
  });
});
