import { listPriceUsd } from '../../bench/cost';
import { median } from '../../bench/statistics';

const weightless = { actionCount: 0, eventCount: 0, historyBytes: 0, paymentCount: 26, originationBytes: 0 };
const gb = 1_000_000_000;

describe('the list price of a lease', () => {
  it('is 50 USD for a million Actions', () => {
    expect(listPriceUsd({ ...weightless, actionCount: 1_000_000, openBytes: [0, 0] })).toBeCloseTo(50, 6);
  });

  it('pays for the open history through the year, in a straight line from its first size to its last', () => {
    const yearUsd = 365 * 24 * 0.042;
    expect(listPriceUsd({ ...weightless, openBytes: [gb, gb] })).toBeCloseTo(yearUsd, 6);
    expect(listPriceUsd({ ...weightless, openBytes: [0, gb] })).toBeCloseTo(yearUsd / 2, 6);
  });

  it('pays half the origination for two weeks, and the whole history for the 30 days it is retained', () => {
    expect(listPriceUsd({ ...weightless, originationBytes: gb, openBytes: [0, 0] })).toBeCloseTo(7 * 24 * 0.042, 6);
    expect(listPriceUsd({ ...weightless, historyBytes: gb, openBytes: [0, 0] })).toBeCloseTo(30 * 24 * 0.00105, 6);
  });
});

describe('the median', () => {
  it('is the middle number, or halfway between the two in the middle', () => {
    expect([median([9, 1, 2]), median([4, 1, 3, 100])]).toEqual([2, 3.5]);
  });

  it('of nothing is an error, not a zero', () => {
    expect(() => median([])).toThrow('nothing was measured');
  });
});
