import fc from 'fast-check';
import { dateOfEpochDay } from '../../../domain/calendar-date';
import { readDeliveryDate } from '../../../domain/funding-file/delivery-date';

describe('a delivery date', () => {
  it.each([
    ['2026-11-24', '2026-11-24'],
    ['11-24-2026', '2026-11-24'],
    [' 2026-11-24 ', '2026-11-24'],
    ['2028-02-29', '2028-02-29'],
    ['02-29-2028', '2028-02-29'],
    // Day first is not a form of the file: the third of December.
    ['12-03-2026', '2026-12-03'],
  ])('%s is read', (text, date) => {
    expect(readDeliveryDate(text)).toBe(date);
  });

  it.each([
    '',
    '2026-02-29',
    '02-29-2026',
    '2026-13-01',
    '24-11-2026',
    '2026-11-31',
    '2026-00-10',
    '11/24/2026',
    '2026/11/24',
    '20261124',
    '2026-11-24T00:00:00Z',
    '26-11-24',
    '11-24-26',
    '1-4-2026',
    '46350',
    '2026-11-2４',
    '٢٠٢٦-١١-٢٤',
    '2026-11-24\u0000',
    '+2026-11-24',
    'Nov 24, 2026',
    '0000-00-00',
  ])('%j is none', (text) => {
    expect(readDeliveryDate(text)).toBeUndefined();
  });

  it('is the same day in both forms, for every day there is', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }).map(dateOfEpochDay), (date) => {
        const [year = '', month = '', day = ''] = date.split('-');
        expect(readDeliveryDate(date)).toBe(date);
        expect(readDeliveryDate(`${month}-${day}-${year}`)).toBe(date);
      }),
    );
  });
});
