import fc from 'fast-check';
import { moneyText, percentText } from '../../../domain/agreement/money-text';
import { cents, MAX_CENTS } from '../../../domain/cents';

describe('money as text', () => {
  it.each([
    [0, '$0.00'],
    [5, '$0.05'],
    [99, '$0.99'],
    [100, '$1.00'],
    [123_456, '$1,234.56'],
    [100_000_000, '$1,000,000.00'],
    [MAX_CENTS, '$9,999,999,999.99'],
    [-5, '-$0.05'],
    [-123_456, '-$1,234.56'],
  ])('shows %i cents as %s', (amount, text) => {
    expect(moneyText(cents(amount))).toBe(text);
  });

  it('loses no cent: the digits of the text are the cents', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MAX_CENTS }), (amount) => {
        expect(Number(moneyText(cents(amount)).replace(/[$,.]/g, ''))).toBe(amount);
      }),
    );
  });
});

describe('shares as text', () => {
  it.each([
    [500, '5%'],
    [1_000, '10%'],
    [7_500, '75%'],
    [375, '3.75%'],
    [250, '2.5%'],
    [5, '0.05%'],
  ])('shows %i basis points as %s', (shareBps, text) => {
    expect(percentText(shareBps)).toBe(text);
  });
});
