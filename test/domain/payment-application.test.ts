import fc from 'fast-check';
import { cents } from '../../domain/cents';
import { applyPayment } from '../../domain/payment-application';

const open = (number: number, openCents: number) => ({ number, openCents: cents(openCents) });

describe('a payment', () => {
  it('pays rent from the oldest on, in whatever order it is given, then the oldest fee', () => {
    const account = { rent: [open(3, 100), open(2, 40), open(4, 0)], fees: [open(2, 5), open(1, 7)] };
    expect(applyPayment({ ...account, amountCents: cents(149) })).toEqual({
      applications: [
        { target: 'rent', number: 2, amountCents: 40 },
        { target: 'rent', number: 3, amountCents: 100 },
        { target: 'fee', number: 1, amountCents: 7 },
        { target: 'fee', number: 2, amountCents: 2 },
      ],
      surplusCents: 0,
    });
  });

  it('leaves what nothing is open for', () => {
    expect(applyPayment({ rent: [open(1, 10)], fees: [], amountCents: cents(25) }).surplusCents).toBe(15);
  });

  it('is used to the cent, never pays more than is open, and pays no fee while rent is open', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 10_000 }), { maxLength: 8 });
    fc.assert(
      fc.property(amounts, amounts, fc.integer({ min: 0, max: 100_000 }), (rents, fees, amount) => {
        const account = {
          rent: rents.map((each, index) => open(index + 1, each)),
          fees: fees.map((each, index) => open(index + 1, each)),
        };
        const { applications, surplusCents } = applyPayment({ ...account, amountCents: cents(amount) });
        const sum = (target: string): number =>
          applications.filter((each) => each.target === target).reduce((total, each) => total + each.amountCents, 0);
        expect(sum('rent') + sum('fee') + surplusCents).toBe(amount);
        const rentOpen = rents.reduce((total, each) => total + each, 0);
        expect(sum('rent')).toBe(Math.min(amount, rentOpen));
        for (const { target, number, amountCents } of applications) {
          expect(amountCents).toBeGreaterThan(0);
          expect(amountCents).toBeLessThanOrEqual((target === 'rent' ? rents : fees)[number - 1] ?? 0);
        }
      }),
    );
  });
});
