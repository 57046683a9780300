import fc from 'fast-check';
import { addDays, calendarDate } from '../../../domain/calendar-date';
import { cents } from '../../../domain/cents';
import { assessLateFee, feeWindows } from '../../../domain/collections/late-fee';
import { PAY_FREQUENCIES } from '../../../domain/program';
import { US_STATES } from '../../../domain/states';

const OWED_ON = calendarDate('2026-02-27');

describe('late fees, worked example D of domain.md 3.5', () => {
  it.each([
    ['TX', 'biWeekly', 7_504, '2026-03-03', 375, 500],
    ['CA', 'biWeekly', 7_504, '2026-03-06', 375, 500],
    ['NY', 'biWeekly', 7_504, '2026-03-07', 750, null],
    ['CA', 'weekly', 3_752, '2026-03-02', 200, 500],
    ['NY', 'weekly', 3_752, '2026-03-03', 375, null],
    ['TX', 'weekly', 3_752, '2026-03-03', 200, 500],
    ['CA', 'monthly', 16_259, '2026-03-06', 500, 500],
    ['NY', 'monthly', 16_259, '2026-03-07', 1_625, null],
    ['TX', 'monthly', 16_259, '2026-03-07', 500, 500],
  ] as const)(
    '%s, %s payment of %d: from %s on, and not the day before',
    (state, payFrequency, amount, from, fee, cap) => {
      const late = { state, payFrequency, owedOn: OWED_ON, amountCents: cents(amount) };
      const fromOn = calendarDate(from);
      expect(assessLateFee(late, addDays(fromOn, -1))).toBeUndefined();
      expect(assessLateFee(late, fromOn)).toMatchObject({ amountCents: fee, capCents: cap });
    },
  );

  it('are not charged where no source gives a rule', () => {
    const late = { payFrequency: 'weekly', owedOn: OWED_ON, amountCents: cents(7_504) } as const;
    for (const state of ['OH', 'FL', 'MI', 'WA']) {
      expect(assessLateFee({ ...late, state }, calendarDate('2026-12-31'))).toBeUndefined();
    }
  });

  it('say their rule in words', () => {
    const late = { state: 'TX', payFrequency: 'monthly', owedOn: OWED_ON, amountCents: cents(16_259) } as const;
    expect(assessLateFee(late, calendarDate('2026-03-09'))).toEqual({
      amountCents: 500,
      daysLate: 10,
      capCents: 500,
      rule: '5% of the payment, at least $2.00, at most $5.00, once 8 days late: Texas Business and Commerce Code 92.055',
    });
  });
});

describe('the windows for SQL', () => {
  it('let through exactly the payments that bear a fee that day', () => {
    const anyLate = fc.record({
      state: fc.constantFrom(...US_STATES),
      payFrequency: fc.constantFrom(...PAY_FREQUENCIES),
      daysLate: fc.integer({ min: -3, max: 12 }),
    });
    const today = calendarDate('2026-11-25');
    fc.assert(
      fc.property(anyLate, ({ state, payFrequency, daysLate }) => {
        const owedOn = addDays(today, -daysLate);
        const fee = assessLateFee({ state, payFrequency, owedOn, amountCents: cents(7_504) }, today);
        const window = feeWindows(today).find((each) => each.state === state && each.payFrequency === payFrequency);
        expect(window !== undefined && owedOn <= window.owedThroughOn).toBe(fee !== undefined);
      }),
    );
  });
});
