import fc from 'fast-check';
import { merchantIdentification, remittanceText } from '../../../domain/funding/identification';
import { merchantId } from '../../../domain/ids';

const named = (id: string): string => merchantIdentification(merchantId(id));

describe('the identification number of a merchant', () => {
  it('is its ID where that fits', () => {
    expect(named('mer_bestsofa')).toBe('MER_BESTSOFA');
    expect(named('mer_0123456789a')).toBe('MER_0123456789A');
  });

  it('tells long IDs apart that begin alike', () => {
    const [one, other] = [named('mer_furniture_of_ohio'), named('mer_furniture_of_iowa')];
    expect(one).not.toBe(other);
    expect([one.slice(0, 8), other.slice(0, 8)]).toEqual(['MER_FURN', 'MER_FURN']);
  });

  it('always fits its field, in characters a bank takes, and is the same every time', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 60, unit: 'binary' }), (id) => {
        expect(named(id)).toMatch(/^[!-`{-~](?:[ -`{-~]{0,13}[!-`{-~])?$/);
        expect(named(id)).toBe(named(id));
      }),
    );
  });
});

it('names the run to the merchant within one addenda', () => {
  const text = remittanceText('FRUN-2026-07-03', 'MER_BESTSOFA', '1987654321');
  expect(text).toBe('TRN*1*FRUN-2026-07-03-MER_BESTSOFA*1987654321\\');
  expect(remittanceText('FRUN-2026-07-03', 'X'.repeat(15), '1987654321').length).toBeLessThanOrEqual(80);
});
