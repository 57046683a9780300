import fc from 'fast-check';
import { MAX_CENTS } from '../../../domain/cents';
import { decimalText, readAmount, readDecimalCents } from '../../../domain/funding-file/amount';

describe('an amount', () => {
  it.each([
    ['1000.00', 100_000],
    ['1000', 100_000],
    ['1000.5', 100_050],
    ['0.01', 1],
    ['  450.25  ', 45_025],
    ['1,000.00', 100_000],
    ['1,234,567.89', 123_456_789],
    ['9999999999.99', MAX_CENTS],
    ['0001000.00', 100_000],
    // Where floating point would lose a cent.
    ['1.15', 115],
    ['4.35', 435],
    ['8589934592.07', 858_993_459_207],
  ])('%s is read to the cent', (text, amountCents) => {
    expect(readAmount(text)).toBe(amountCents);
  });

  it.each([
    ['', 'nothing'],
    ['0', 'zero'],
    ['0.00', 'zero'],
    ['-5.00', 'a sign'],
    ['+5', 'a sign'],
    ['$1000.00', 'a currency'],
    ['1000.00 USD', 'a currency'],
    ['1000.000', 'three places'],
    ['1000.', 'a dot with nothing behind it'],
    ['.50', 'a dot with nothing before it'],
    ['1.000,00', 'a comma for a dot'],
    ['1000,00', 'a comma for a dot'],
    ['10,00.00', 'groups of two'],
    ['1,0000.00', 'groups of four'],
    ['0,100.00', 'a group of zero'],
    [',100.00', 'an empty group'],
    ['1,,000', 'an empty group'],
    ['1,000,', 'an empty group'],
    ['1000.00.00', 'two dots'],
    ['1e3', 'an exponent'],
    ['0x10', 'another base'],
    ['1_000', 'an underscore'],
    ['1 000.00', 'a space'],
    ['١٠٠٠', 'digits of another script'],
    ['１０００', 'digits in full width'],
    ['NaN', 'no number'],
    ['Infinity', 'no number'],
    ['=1000', 'a formula'],
    ['1000\u0000', 'a control character'],
    ['10000000000.00', 'more than money can be'],
    ['9'.repeat(400), 'more than money can be'],
    [`0.${'0'.repeat(100_000)}1`, 'very many places'],
  ])('%.30j is none: %s', (text) => {
    expect(readAmount(text)).toBeNull();
  });

  it('is read back from what is written, with and without commas, whatever it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MAX_CENTS }), (amountCents) => {
        const text = decimalText(amountCents);
        expect(readAmount(text)).toBe(amountCents);
        const [dollars = '', fraction = ''] = text.split('.');
        const grouped = dollars.replace(/\B(?=(\d{3})+$)/g, ',');
        expect(readAmount(`${grouped}.${fraction}`)).toBe(amountCents);
      }),
    );
  });

  it('is never anything but null or whole cents above zero, whatever a cell holds', () => {
    const likely = fc.stringMatching(/^[0-9.,$+\-eE ]{0,12}$/);
    fc.assert(
      fc.property(fc.oneof(likely, fc.string({ unit: 'binary' })), (text) => {
        const amountCents = readAmount(text);
        if (amountCents === null) return;
        expect(Number.isSafeInteger(amountCents) && amountCents > 0).toBe(true);
        // What was read is what was written: the digits of the cell without commas.
        expect(decimalText(amountCents).replace('.', '')).toBe(digitsOf(text));
      }),
    );
  });

  it('of a total may be zero', () => {
    expect(readDecimalCents('0.00')).toBe(0);
  });
});

/** The digits of a plain decimal with its two places, without zeros in front: the oracle shares no step with the code. */
function digitsOf(text: string): string {
  const plain = text.trim().split(',').join('');
  const dot = plain.indexOf('.');
  const places = dot === -1 ? 0 : plain.length - dot - 1;
  const digits = `${plain.replace('.', '')}${'0'.repeat(2 - places)}`;
  return digits.replace(/^0+(?=\d{3})/, '');
}
