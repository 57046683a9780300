import fc from 'fast-check';
import { cents } from '../../../domain/cents';
import { MAX_ENTRY_CENTS, netFunding } from '../../../domain/funding/netting';

const net = (gross: number, adjustments: number, carryIn: number) =>
  netFunding({ grossCents: cents(gross), adjustmentsCents: cents(adjustments), carryInCents: cents(carryIn) });

describe('netting', () => {
  it('gives worked example G to the cent', () => {
    expect(net(380_024, -35_000, 0)).toMatchObject({ paidCents: 345_024, carryOutCents: 0 });
    expect(net(20_000, -70_000, 0)).toMatchObject({ paidCents: 0, carryOutCents: -50_000 });
    expect(net(120_000, 0, -50_000)).toMatchObject({ paidCents: 70_000, carryOutCents: 0 });
  });

  it('carries nothing when the day comes out even', () => {
    expect(net(50_000, -50_000, 0)).toMatchObject({ paidCents: 0, carryOutCents: 0 });
  });

  it('fills one entry to its last cent and carries what is above', () => {
    expect(net(MAX_ENTRY_CENTS, 0, 0)).toMatchObject({ paidCents: MAX_ENTRY_CENTS, carryOutCents: 0 });
    expect(net(MAX_ENTRY_CENTS, 0, 1)).toMatchObject({ paidCents: MAX_ENTRY_CENTS, carryOutCents: 1 });
  });

  it('loses and makes no cent, pays no negative amount, and keeps a debt only when nothing is paid', () => {
    const amount = fc.integer({ min: 0, max: 20_000_000_000 });
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: -20_000_000_000, max: 20_000_000_000 }), (gross, owed, carryIn) => {
        const { paidCents, carryOutCents } = net(gross, -owed, carryIn);
        expect(paidCents + carryOutCents).toBe(gross - owed + carryIn);
        expect(paidCents).toBeGreaterThanOrEqual(0);
        expect(paidCents).toBeLessThanOrEqual(MAX_ENTRY_CENTS);
        if (carryOutCents < 0) expect(paidCents).toBe(0);
        if (carryOutCents > 0) expect(paidCents).toBe(MAX_ENTRY_CENTS);
      }),
    );
  });
});
