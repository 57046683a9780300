import fc from 'fast-check';
import { cents } from '../../../domain/cents';
import { applyCharges, type DueCharge, fixCharges } from '../../../domain/collections/card-charges';
import { leaseId } from '../../../domain/ids';

const LEASE = leaseId('1002003001');
const open = (number: number, openCents: number) => ({ number, openCents: cents(openCents) });
const ACCOUNT = { rent: [open(1, 7_504), open(2, 7_500)], fees: [open(1, 375)] };

const due = (paymentId: string, amountCents: number, extra: Partial<DueCharge> = {}): DueCharge => ({
  ...{ paymentId, leaseId: LEASE, amountCents: cents(amountCents), isFixed: false, account: ACCOUNT },
  ...extra,
});

describe('payments by card whose day has come', () => {
  it('take no more together than the lease owes, the earlier one first', () => {
    expect(fixCharges([due('a', 15_000), due('b', 1_000), due('c', 500)])).toEqual([
      { paymentId: 'a', chargedCents: 15_000 },
      { paymentId: 'b', chargedCents: 379 },
      { paymentId: 'c', chargedCents: 0 },
    ]);
  });

  it('take nothing from a lease that has ended', () => {
    expect(fixCharges([due('a', 15_000, { account: undefined })])).toEqual([{ paymentId: 'a', chargedCents: 0 }]);
  });

  it('keep an amount that the card may have been charged with', () => {
    const fixed = due('a', 15_379, { isFixed: true });
    expect(fixCharges([fixed, due('b', 400)])).toEqual([
      { paymentId: 'a', chargedCents: 15_379 },
      { paymentId: 'b', chargedCents: 0 },
    ]);
  });

  it('pay rent from the oldest on, then fees, the second from where the first left off', () => {
    const [first, second] = applyCharges([due('a', 8_000), due('b', 7_379)]);
    expect(first?.applications).toEqual([
      { target: 'rent', number: 1, amountCents: 7_504 },
      { target: 'rent', number: 2, amountCents: 496 },
    ]);
    expect(second?.applications).toEqual([
      { target: 'rent', number: 2, amountCents: 7_004 },
      { target: 'fee', number: 1, amountCents: 375 },
    ]);
    expect([first?.surplusCents, second?.surplusCents]).toEqual([0, 0]);
  });

  it('owe back whatever finds nothing to pay', () => {
    expect(applyCharges([due('a', 100, { account: undefined })])[0]).toMatchObject({
      applications: [],
      surplusCents: 100,
    });
  });

  it('lose no cent: what is applied and what is owed back make what was taken', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(amounts, (taken) => {
        const charges = applyCharges(taken.map((amount, index) => due(`p${index}`, amount)));
        const used = new Map<string, number>();
        for (const { amountCents, applications, surplusCents } of charges) {
          const appliedCents = applications.reduce((total, each) => total + each.amountCents, 0);
          expect(appliedCents + surplusCents).toBe(amountCents);
          for (const { target, number, amountCents: part } of applications) {
            used.set(`${target}${number}`, (used.get(`${target}${number}`) ?? 0) + part);
          }
        }
        expect(used.get('rent1') ?? 0).toBeLessThanOrEqual(7_504);
        expect(used.get('rent2') ?? 0).toBeLessThanOrEqual(7_500);
        expect(used.get('fee1') ?? 0).toBeLessThanOrEqual(375);
      }),
    );
  });
});
