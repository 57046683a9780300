import { centsText } from '../../../../api/portal/leases/order/cents-text';
import { filled, typedCents, typedCount, typedDate, typedDigits } from '../../../../api/portal/leases/typed';

describe('what people type', () => {
  it.each([
    ['1249.99', 124_999],
    ['1,249.99', 124_999],
    ['$1,249.99', 124_999],
    ['$ 12', 1_200],
    ['0.1', 10],
    ['0.07', 7],
    ['1000000', 100_000_000],
    ['-5', -500],
  ])('is an amount: %s', (text, amountCents) => {
    expect(typedCents(text)).toBe(amountCents);
  });

  // Were one of these read as some number, somebody would pay it.
  it.each(['1.249,99', '12,49', '1.999', 'abc', '1e3', '1 000', '٣', '--5', '1,2345'])(
    'stays as it was typed where it is no amount: %s',
    (text) => {
      expect(typedCents(text)).toBe(text);
    },
  );

  it('comes back to the same amount, to the cent', () => {
    for (const amountCents of [0, 1, 10, 99, 100, 124_999, 99_999_999]) {
      expect(typedCents(centsText(amountCents))).toBe(amountCents);
    }
  });

  it('is a date with the month first, or as a calendar writes it', () => {
    expect(typedDate('11/4/2026')).toBe('2026-11-04');
    expect(typedDate('11-04-2026')).toBe('2026-11-04');
    expect(typedDate('2026-11-04')).toBe('2026-11-04');
    expect(typedDate('tomorrow')).toBe('tomorrow');
  });

  it('is a number that is a name without what it is written with', () => {
    expect(typedDigits('(214) 555-0134')).toBe('2145550134');
    expect(typedDigits('123-45 6789')).toBe('123456789');
    expect(typedDigits('+1 214.555.0134')).toBe('+12145550134');
  });

  it('is no count where it is not one', () => {
    expect(typedCount('3')).toBe(3);
    expect(typedCount('3.5')).toBe('3.5');
    expect(typedCount('-1')).toBe('-1');
  });

  it('is nothing where a field is empty', () => {
    expect([typedCents(''), typedCount(''), typedDate(''), typedDigits(' ')]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(filled({ a: undefined, b: 0, c: '' })).toEqual({ b: 0, c: '' });
  });
});
