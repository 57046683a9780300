import { holdsBrandedCardNumber, holdsCardNumber } from '../../../api/schemas/card-number';

/** Published test numbers of the brands; nobody's card. */
const CARDS = [
  '4111111111111111',
  '5555555555554444',
  '2223003122003222',
  '378282246310005',
  '6011111111111117',
  '30569309025904',
  '3530111333300000',
  '4000000000000000006',
];

describe('card numbers in texts', () => {
  it.each(CARDS)('%s is found alone, within words, in groups and with dashes', (card) => {
    const grouped = card.replace(/(\d{4})(?=\d)/g, '$1 ');
    for (const found of [holdsCardNumber, holdsBrandedCardNumber]) {
      expect(found(card)).toBe(true);
      expect(found(`card: ${card}, thanks`)).toBe(true);
      expect(found(grouped)).toBe(true);
      expect(found(grouped.replaceAll(' ', '-'))).toBe(true);
    }
  });

  it('is not hidden by digits after a space, nor by full-width digits', () => {
    expect(holdsCardNumber('4111 1111 1111 1111 5')).toBe(true);
    expect(holdsCardNumber('12 4111 1111 1111 1111')).toBe(true);
    expect(holdsCardNumber('４１１１１１１１１１１１１１１１')).toBe(true);
  });

  it.each([
    ['one digit off', '4111111111111112'],
    ['twelve digits', '411111111111'],
    ['twenty digits', '41111111111111111115'],
    ['a phone number', '+12145550134'],
    ['an invoice number', 'INV-2026-000118'],
    ['nothing', ''],
  ])('%s is none', (_what, text) => {
    expect(holdsCardNumber(text)).toBe(false);
  });

  it('as a check of prose finds any run that passes Luhn; article and carrier numbers must look like a brand', () => {
    const ean13 = '4006381333931';
    const luhn13 = '9006381333937';

    expect([holdsCardNumber(luhn13), holdsBrandedCardNumber(luhn13)]).toEqual([true, false]);
    expect(holdsBrandedCardNumber(ean13)).toBe(false);
  });
});
