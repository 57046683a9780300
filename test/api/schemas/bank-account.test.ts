import { isRoutingNumber } from '../../../api/schemas/bank-account';

describe('a routing number', () => {
  it.each(['111000025', '021000021', '322271627', '121000248'])('%s is one', (digits) => {
    expect(isRoutingNumber(digits)).toBe(true);
  });

  it('differs from one with any single digit changed', () => {
    for (let place = 0; place < 9; place += 1) {
      for (let change = 1; change < 10; change += 1) {
        const digits = Array.from('111000025');
        digits[place] = String((Number(digits[place]) + change) % 10);
        expect(isRoutingNumber(digits.join(''))).toBe(false);
      }
    }
  });

  it.each(['000000000', '11100002', '1110000250', '130000000', 'abcdefghi', ''])('%p is none', (text) => {
    expect(isRoutingNumber(text)).toBe(false);
  });
});
