import { calendarDate } from '../../domain/calendar-date';
import { cents } from '../../domain/cents';
import { levelPayments, PAYMENT_COUNT_MAX, paymentSchedule, type Paydays } from '../../domain/payment-schedule';
import { priceLease } from '../../domain/pricing';

const EXAMPLE_A = {
  totalToOwnBps: 20_000,
  initialPaymentCents: cents(4_900),
  minInvoiceCents: cents(15_000),
  maxInvoiceCents: cents(500_000),
  termMonths: 12,
};

const EVERY_OTHER_FRIDAY: Paydays = {
  payFrequency: 'biWeekly',
  lastPaidOn: calendarDate('2026-11-20'),
  nextPaidOn: calendarDate('2026-12-04'),
};

describe('level payments', () => {
  it('differ only in the last, which is the smaller', () => {
    expect(levelPayments(cents(1_000), 3)).toEqual([334, 334, 332]);
  });

  it('are all equal when the amount divides evenly', () => {
    expect(levelPayments(cents(900), 3)).toEqual([300, 300, 300]);
  });

  it('may be a single one', () => {
    expect(levelPayments(cents(1), 1)).toEqual([1]);
  });

  it('may be of one cent each', () => {
    expect(levelPayments(cents(3), 3)).toEqual([1, 1, 1]);
  });

  test.each([
    [0, 1],
    [-5, 1],
    [-300, 3],
    [2, 3],
    [4, 5],
    [60, 52],
  ])('are refused when %i cents leave nothing for the last of %i', (amountCents, count) => {
    expect(() => levelPayments(cents(amountCents), count)).toThrow(
      expect.objectContaining({ code: 'AMOUNT_TOO_SMALL' }),
    );
  });

  test.each([0, -1, 1.5, NaN, PAYMENT_COUNT_MAX + 1])('are refused in a number of %d', (count) => {
    expect(() => levelPayments(cents(100_000), count)).toThrow(
      expect.objectContaining({ code: 'PAYMENT_COUNT_OUT_OF_RANGE' }),
    );
  });

  it('may be as many as the limit', () => {
    expect(levelPayments(cents(100_000), PAYMENT_COUNT_MAX)).toHaveLength(PAYMENT_COUNT_MAX);
  });
});

describe('the payment schedule', () => {
  const schedule = paymentSchedule(
    priceLease(cents(100_000), EXAMPLE_A, 'biWeekly'),
    EVERY_OTHER_FRIDAY,
    calendarDate('2026-11-25'),
  );

  it('of a delivery before Thanksgiving starts on the first payday a week later (domain.md scenario 1)', () => {
    expect(schedule.slice(0, 3)).toEqual([
      { number: 1, dueOn: '2026-12-04', amountCents: 75_04 },
      { number: 2, dueOn: '2026-12-18', amountCents: 75_04 },
      { number: 3, dueOn: '2027-01-01', amountCents: 75_04 },
    ]);
  });

  it('ends after the term with the smaller payment', () => {
    expect(schedule).toHaveLength(26);
    expect(schedule.slice(-2)).toEqual([
      { number: 25, dueOn: '2027-11-05', amountCents: 75_04 },
      { number: 26, dueOn: '2027-11-19', amountCents: 75_00 },
    ]);
  });

  it('adds up, with the initial payment, to the total to own', () => {
    expect(4_900 + schedule.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(200_000);
  });
});
