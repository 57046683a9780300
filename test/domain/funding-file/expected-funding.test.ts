import { expectedFunding } from '../../../domain/funding-file/expected-funding';
import { at } from '../../support/lease-fixture';

const NEW_YORK = [
  { from: at('2026-03-08T07:00Z'), utcOffsetMinutes: -240 },
  { from: at('2026-11-01T06:00Z'), utcOffsetMinutes: -300 },
];

describe('the money of a row that funded', () => {
  it.each([
    ['2026-11-25T20:00Z', '2026-11-25', '2026-11-27', 'over Thanksgiving'],
    ['2026-11-25T22:00Z', '2026-11-25', '2026-11-27', 'at 17:00 New York'],
    ['2026-11-25T22:00:00.001Z', '2026-11-27', '2026-11-30', 'a moment after the cut-off, and over a weekend'],
    ['2026-11-28T15:00Z', '2026-11-30', '2026-12-01', 'on a Saturday'],
    ['2026-07-02T20:59Z', '2026-07-02', '2026-07-03', 'before the Friday that banks keep open'],
  ])('funded at %s is in the run of %s and there on %s (%s)', (fundedAt, businessOn, effectiveOn) => {
    expect(expectedFunding(at(fundedAt), NEW_YORK)).toEqual({ businessOn, effectiveOn });
  });
});
