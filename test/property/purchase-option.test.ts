import fc from 'fast-check';
import { addDays, type CalendarDate, calendarDate } from '../../domain/calendar-date';
import { cents, sumCents } from '../../domain/cents';
import { dueDates } from '../../domain/due-dates';
import { paymentSchedule } from '../../domain/payment-schedule';
import { priceLease } from '../../domain/pricing';
import { PAY_FREQUENCIES } from '../../domain/program';
import { isOwnedByLaw } from '../../domain/purchase-option/automatic-ownership';
import type { PurchaseFacts } from '../../domain/purchase-option/purchase-facts';
import { quotePurchase } from '../../domain/purchase-option/quote';

const DELIVERED_ON = calendarDate('2026-01-20');
const STATES = ['TX', 'CA', 'NY', 'OH', 'MI', 'FL', 'ZZ'] as const;

/** Any lease, paid in any amounts on any days, with fees, some of it before goods went back. */
const lease = fc
  .record({
    state: fc.constantFrom(...STATES),
    cashPrice: fc.integer({ min: 20_000, max: 500_000 }),
    initial: fc.constantFrom(0, 4_900),
    multiple: fc.integer({ min: 15_000, max: 22_500 }),
    payFrequency: fc.constantFrom(...PAY_FREQUENCIES),
    signedDaysBefore: fc.integer({ min: 0, max: 30 }),
    paid: fc.array(fc.record({ share: fc.integer({ min: 0, max: 100 }), day: fc.integer({ min: 0, max: 380 }) }), {
      maxLength: 52,
    }),
    fees: fc.integer({ min: 0, max: 2_000 }),
    keptShare: fc.constantFrom(100, 100, 70, 33),
    day: fc.integer({ min: 0, max: 400 }),
  })
  .map((given) => {
    const terms = {
      ...{ totalToOwnBps: given.multiple, initialPaymentCents: cents(given.initial), termMonths: 12 },
      ...{ minInvoiceCents: cents(0), maxInvoiceCents: cents(1_000_000) },
    };
    const pricing = priceLease(cents(given.cashPrice), terms, given.payFrequency);
    const { payFrequency } = given;
    const paydays = { payFrequency, lastPaidOn: calendarDate('2026-01-15'), nextPaidOn: calendarDate('2026-01-30') };
    const schedule = paymentSchedule(pricing, paydays, DELIVERED_ON);
    const facts: PurchaseFacts = {
      state: given.state,
      cashPriceCents: cents(Math.max(1, Math.floor((given.cashPrice * given.keptShare) / 100))),
      fundedCashPriceCents: cents(given.cashPrice),
      initialPaymentCents: cents(given.initial),
      signedOn: addDays(DELIVERED_ON, -given.signedDaysBefore),
      deliveredOn: DELIVERED_ON,
      schedule,
      rentPayments: given.paid.flatMap(({ share, day }, index) => {
        const payment = schedule[index];
        if (!payment || share === 0) return [];
        const amountCents = cents(Math.ceil((payment.amountCents * share) / 100));
        const effectiveOn = addDays(DELIVERED_ON, day);
        return [{ number: payment.number, amountCents, effectiveOn, cashPriceCents: cents(given.cashPrice) }];
      }),
      openFeesCents: cents(given.fees),
      paidFeesCents: cents(0),
      expectedOn: [],
    };
    return { facts, asOfOn: addDays(DELIVERED_ON, given.day) };
  });

const remainingOn = ({ schedule, rentPayments }: PurchaseFacts, asOfOn: CalendarDate): number => {
  const paid = rentPayments.filter(({ effectiveOn }) => effectiveOn <= asOfOn);
  return sumCents(schedule.map((each) => each.amountCents)) - sumCents(paid.map((each) => each.amountCents));
};

describe('the price of early purchase', () => {
  it('is never below nothing, never above what remains, and what its breakdown adds up to (M10)', () => {
    fc.assert(
      fc.property(lease, ({ facts, asOfOn }) => {
        const quote = quotePurchase(facts, asOfOn);
        expect(quote.amountCents).toBeGreaterThanOrEqual(0);
        expect(quote.amountCents).toBeLessThanOrEqual(remainingOn(facts, asOfOn));
        expect(sumCents(quote.breakdown.map(({ amountCents }) => amountCents))).toBe(quote.amountCents);
        expect(quote.goodThroughOn >= asOfOn).toBe(true);
      }),
    );
  });

  it('and what was paid are the total to own and the fees, if all is paid by schedule', () => {
    fc.assert(
      fc.property(lease, ({ facts, asOfOn }) => {
        const { paidCents, payToTermCents } = quotePurchase(facts, asOfOn);
        const total = sumCents(facts.schedule.map(({ amountCents }) => amountCents));
        expect(paidCents + payToTermCents).toBe(total + facts.initialPaymentCents + facts.openFeesCents);
      }),
    );
  });

  it('holds to the day it is said to, if nothing is paid meanwhile', () => {
    fc.assert(
      fc.property(lease, fc.nat({ max: 30 }), ({ facts, asOfOn }, days) => {
        const known = { ...facts, rentPayments: facts.rentPayments.filter(({ effectiveOn }) => effectiveOn <= asOfOn) };
        const quote = quotePurchase(known, asOfOn);
        const later = addDays(asOfOn, days);
        if (later > quote.goodThroughOn) return;
        expect(quotePurchase(known, later)).toMatchObject({ amountCents: quote.amountCents, formula: quote.formula });
      }),
    );
  });

  it('never rises by a payment that comes in', () => {
    fc.assert(
      fc.property(lease, fc.integer({ min: 1, max: 100 }), ({ facts, asOfOn }, share) => {
        const before = quotePurchase(facts, asOfOn);
        const paidOf = (number: number): number =>
          facts.rentPayments.reduce((sum, each) => sum + (each.number === number ? each.amountCents : 0), 0);
        const next = facts.schedule.find(({ number, amountCents }) => paidOf(number) < amountCents);
        if (!next) return;
        const amountCents = cents(Math.ceil(((next.amountCents - paidOf(next.number)) * share) / 100));
        const { cashPriceCents } = facts;
        const payment = { number: next.number, amountCents, effectiveOn: asOfOn, cashPriceCents };
        const after = quotePurchase({ ...facts, rentPayments: [...facts.rentPayments, payment] }, asOfOn);
        expect(after.amountCents).toBeLessThanOrEqual(before.amountCents);
      }),
    );
  });

  it('is in no state but California above what the contract gives in the first 90 days', () => {
    fc.assert(
      fc.property(lease, ({ facts, asOfOn }) => {
        if (facts.state === 'CA' || asOfOn > addDays(DELIVERED_ON, 90)) return;
        const contract = quotePurchase({ ...facts, state: 'TX' }, asOfOn);
        expect(quotePurchase(facts, asOfOn).amountCents).toBeLessThanOrEqual(contract.amountCents);
      }),
    );
  });

  it('is nothing but fees where the law has made the customer the owner', () => {
    fc.assert(
      fc.property(lease, ({ facts, asOfOn }) => {
        const ohio = { ...facts, state: 'OH', openFeesCents: cents(0) };
        if (isOwnedByLaw(ohio, asOfOn)) expect(quotePurchase(ohio, asOfOn).amountCents).toBe(0);
      }),
    );
  });
});

describe('the last day of California’s first price', () => {
  it('is the same day three months on, or the last of a month that lacks it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_500 }), (days) => {
        const signedOn = addDays(calendarDate('2026-01-01'), days);
        const facts = {
          ...{ state: 'CA', cashPriceCents: cents(100), fundedCashPriceCents: cents(100) },
          ...{ initialPaymentCents: cents(0), signedOn, deliveredOn: signedOn, rentPayments: [], expectedOn: [] },
          ...{ openFeesCents: cents(0), paidFeesCents: cents(0) },
          schedule: dueDates(
            { payFrequency: 'monthly', lastPaidOn: signedOn, nextPaidOn: signedOn },
            addDays(signedOn, 200),
            1,
          ).map((dueOn) => ({ number: 1, dueOn, amountCents: cents(200) })),
        };
        const lastDay = quotePurchase(facts, signedOn).goodThroughOn;
        const target = ((Number(signedOn.slice(5, 7)) + 2) % 12) + 1;
        expect(Number(lastDay.slice(5, 7))).toBe(target);
        const isClamped = lastDay.slice(8) !== signedOn.slice(8);
        if (isClamped) expect(addDays(lastDay, 1).slice(8)).toBe('01');
        expect(quotePurchase(facts, lastDay).formula).toBe('ca_three_months');
        expect(quotePurchase(facts, addDays(lastDay, 1)).formula).toBe('ca_remaining');
      }),
    );
  });
});
