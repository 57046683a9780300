import { checkDigit, hasCheckDigit, isRoutingNumber } from '../../../domain/nacha/routing-number';

describe('the check digit of a routing number', () => {
  it.each(['231380104', '121042882', '091000019', '021000021', '111000025', '011401533', '322271627'])(
    'closes %s, a number in use',
    (digits) => {
      expect(checkDigit(digits)).toBe(Number(digits[8]));
      expect(isRoutingNumber(digits)).toBe(true);
    },
  );

  it('is told from each other digit in each place', () => {
    for (let at = 0; at < 9; at += 1) {
      for (let digit = 0; digit < 10; digit += 1) {
        const changed = `${'121042882'.slice(0, at)}${digit}${'121042882'.slice(at + 1)}`;
        expect([changed, hasCheckDigit(changed)]).toEqual([changed, changed === '121042882']);
      }
    }
  });
});

describe('a routing number', () => {
  it.each(['12104288', '1210428821', '12104288A', ' 12104288', ''])('has nine digits, unlike "%s"', (digits) => {
    expect(isRoutingNumber(digits)).toBe(false);
  });

  it.each(['000000000', '130000006', '990000000'])('has a prefix that is handed out, unlike %s', (digits) => {
    expect([hasCheckDigit(digits), isRoutingNumber(digits)]).toEqual([true, false]);
  });
});
