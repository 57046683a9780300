import { calendarDate } from '../../domain/calendar-date';
import { cents } from '../../domain/cents';
import { type LateFeeRule, lateFeeCents, lateFeeFromOn, lateFeeRule } from '../../domain/late-fee-rules';
import { PAY_FREQUENCIES, type PayFrequency } from '../../domain/program';

function ruleOf(state: string): LateFeeRule {
  const rule = lateFeeRule(state);
  if (rule === undefined) throw new Error(`${state} has no rule`);
  return rule;
}

const fee = (state: string, payFrequency: PayFrequency, paymentCents: number) =>
  lateFeeCents(ruleOf(state), payFrequency, cents(paymentCents));

describe('the late fee of one missed payment (domain.md 3.5, worked example D)', () => {
  it.each([
    ['TX', 'biWeekly', 7_504, 375],
    ['CA', 'biWeekly', 7_504, 375],
    ['NY', 'biWeekly', 7_504, 750],
    ['CA', 'weekly', 3_752, 200],
    ['NY', 'weekly', 3_752, 375],
    ['CA', 'monthly', 16_259, 500],
    ['NY', 'monthly', 16_259, 1_625],
  ] as const)('%s %s on %i cents is %i cents', (state, payFrequency, paymentCents, expectedCents) => {
    expect(fee(state, payFrequency, paymentCents)).toBe(expectedCents);
  });

  it.each([
    ['TX', '2026-03-03'],
    ['CA', '2026-03-06'],
    ['NY', '2026-03-07'],
  ])('in %s a biweekly payment due 2026-02-27 bears a fee from %s on', (state, fromOn) => {
    expect(lateFeeFromOn(ruleOf(state), 'biWeekly', calendarDate('2026-02-27'))).toBe(fromOn);
  });

  it.each([
    ['CA', { weekly: 3, biWeekly: 7, semiMonthly: 7, monthly: 7 }],
    ['NY', { weekly: 4, biWeekly: 8, semiMonthly: 8, monthly: 8 }],
    ['TX', { weekly: 4, biWeekly: 4, semiMonthly: 4, monthly: 8 }],
  ])('in %s no fee is charged one day before the statute allows it', (state, days) => {
    expect(ruleOf(state).feeFromDaysLate).toEqual(days);
  });

  it('rounds a capped share down, so the cap is never passed by a fraction of a cent', () => {
    expect(fee('TX', 'weekly', 7_519)).toBe(375); // 5 % is 3.7595
    expect(fee('NY', 'monthly', 16_259)).toBe(1_625); // 10 % is 16.259
  });

  it('keeps CA and TX between 2 and 5 dollars, whatever the payment', () => {
    for (const state of ['CA', 'TX']) {
      for (const payFrequency of PAY_FREQUENCIES) {
        expect(fee(state, payFrequency, 100)).toBe(200);
        expect(fee(state, payFrequency, 4_000)).toBe(200);
        expect(fee(state, payFrequency, 10_000)).toBe(500);
        expect(fee(state, payFrequency, 1_000_000)).toBe(500);
      }
    }
  });

  it('takes 3 dollars at least in NY, 5 dollars only for monthly payments, and has no cap but the share', () => {
    expect(PAY_FREQUENCIES.map((payFrequency) => fee('NY', payFrequency, 2_000))).toEqual([300, 300, 300, 500]);
    expect(fee('NY', 'monthly', 1_000_000)).toBe(100_000);
  });

  it('takes nothing for a payment of nothing', () => {
    expect(fee('CA', 'weekly', 0)).toBe(0);
  });

  it.each(['OH', 'FL', 'MI', 'UT', 'ZZ', '', 'ca', 'constructor'])('has no late fee in %p', (state) => {
    expect(lateFeeRule(state)).toBeUndefined();
  });
});
