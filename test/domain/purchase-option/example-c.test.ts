import { cents } from '../../../domain/cents';
import { quotePurchase } from '../../../domain/purchase-option/quote';
import { exampleC, exampleCPaid, on } from '../../support/purchase-factories';

describe('worked example C of domain.md 3.4', () => {
  test.each([
    // day 85 to day 90 after delivery, and the day after
    ['TX', 6, '2026-04-15', 54_976, 'contract_90_day', '2026-04-20'],
    ['TX', 6, '2026-04-16', 54_976, 'contract_90_day', '2026-04-20'],
    ['TX', 6, '2026-04-20', 54_976, 'contract_90_day', '2026-04-20'],
    ['TX', 6, '2026-04-21', 112_557, 'contract_discount', '2026-04-23'],
    ['TX', 13, '2026-07-17', 73_161, 'contract_discount', '2026-07-30'],
    ['TX', 25, '2027-01-10', 5_625, 'contract_discount', '2027-01-14'],
    // three calendar months from the signature, and the day after
    ['CA', 6, '2026-04-15', 50_076, 'ca_three_months', '2026-04-15'],
    ['CA', 6, '2026-04-16', 76_923, 'ca_remaining', '2026-04-23'],
    ['CA', 6, '2026-04-21', 76_923, 'ca_remaining', '2026-04-23'],
    ['CA', 13, '2026-07-17', 50_000, 'ca_remaining', '2026-07-30'],
    // the contract's price is the cheaper one until day 90
    ['OH', 6, '2026-04-15', 54_976, 'contract_90_day', '2026-04-20'],
    ['OH', 6, '2026-04-20', 54_976, 'contract_90_day', '2026-04-20'],
    ['OH', 6, '2026-04-21', 75_038, 'oh_half', '2026-04-23'],
    ['OH', 13, '2026-07-17', 48_774, 'oh_half', '2026-07-30'],
    ['NY', 6, '2026-04-21', 76_923, 'ny_remaining', '2026-04-23'],
    // 38.46, raised to 75.04, limited to the 75.00 that remain
    ['NY', 25, '2027-01-10', 7_500, 'ny_remaining', '2027-01-14'],
  ])('%s after %i payments on %s: %i cents by %s, good through %s', (state, count, asOf, cents_, formula, through) => {
    expect(quotePurchase(exampleCPaid(count, { state }), on(asOf))).toMatchObject({
      amountCents: cents_,
      formula,
      goodThroughOn: through,
    });
  });

  it('shows how the price comes about, and what paying to term would cost', () => {
    expect(quotePurchase(exampleCPaid(6, { state: 'CA' }), on('2026-04-15'))).toEqual({
      amountCents: 50_076,
      formula: 'ca_three_months',
      breakdown: [
        { label: 'Cash price', amountCents: 100_000 },
        { label: 'Initial payment', amountCents: -4_900 },
        { label: 'Lease payments made', amountCents: -45_024 },
      ],
      goodThroughOn: '2026-04-15',
      paidCents: 49_924,
      payToTermCents: 150_076,
    });
  });

  it('counts a payment that posts on the very day of the quote, and none that posts the day after', () => {
    const facts = exampleCPaid(6, { state: 'CA' });
    expect(quotePurchase(facts, on('2026-04-10')).amountCents).toBe(50_076);
    expect(quotePurchase(facts, on('2026-04-09')).amountCents).toBe(50_076 + 7_504);
  });

  it('ends in California with the shorter month: signed on 30 November, last day 28 February', () => {
    const facts = exampleC({ state: 'CA', signedOn: on('2025-11-30'), deliveredOn: on('2025-12-01') });
    expect(quotePurchase(facts, on('2026-02-28')).formula).toBe('ca_three_months');
    expect(quotePurchase(facts, on('2026-03-01')).formula).toBe('ca_remaining');
  });
});

describe('what is past due', () => {
  it('is added in California and New York, and no longer counts as still to come', () => {
    // the payment of 10 April was missed: 75.04 and 20 of 26 of the cash price
    const facts = exampleCPaid(5, { state: 'CA', openFeesCents: cents(375) });
    expect(quotePurchase(facts, on('2026-04-16'))).toMatchObject({
      amountCents: 7_504 + 76_923 + 375,
      breakdown: [
        { label: 'Past due lease payments', amountCents: 7_504 },
        { label: 'Cash price by the share of payments still to come', amountCents: 76_923 },
        { label: 'Late fees due', amountCents: 375 },
      ],
    });
  });

  it('adds only the fee to the cash price, because a missed payment is not credited in the first place', () => {
    const facts = exampleCPaid(5, { openFeesCents: cents(375) });
    expect(quotePurchase(facts, on('2026-04-16')).amountCents).toBe(54_976 + 7_504 + 375);
  });

  it('begins after the debit of a due date that fell on a holiday', () => {
    // 1 January 2027 is payment 25; its debit is on Monday the 4th
    const facts = exampleCPaid(24, { state: 'NY' });
    expect(quotePurchase(facts, on('2027-01-04'))).toMatchObject({ amountCents: 7_692, goodThroughOn: '2027-01-04' });
    expect(quotePurchase(facts, on('2027-01-05')).amountCents).toBe(7_504 + 3_846);
  });
});

describe('after goods went back', () => {
  it('scales the price with them (example E: 699.84 to 489.89)', () => {
    const before = exampleCPaid(4);
    expect(quotePurchase(before, on('2026-03-20')).amountCents).toBe(69_984);
    const after = { ...before, cashPriceCents: cents(70_000) };
    expect(quotePurchase(after, on('2026-03-20')).amountCents).toBe(48_989);
  });

  it('credits in full what was paid for the goods that are left', () => {
    const before = exampleCPaid(4);
    const fifth = {
      number: 5,
      amountCents: cents(5_253),
      effectiveOn: on('2026-03-27'),
      cashPriceCents: cents(70_000),
    };
    const after = { ...before, cashPriceCents: cents(70_000), rentPayments: [...before.rentPayments, fifth] };
    expect(quotePurchase(after, on('2026-03-27')).amountCents).toBe(48_989 - 5_253);
  });
});

describe('a payment in part', () => {
  it('is that part of a payment less to come', () => {
    const paid = exampleCPaid(6, { state: 'CA' });
    const half = {
      number: 7,
      amountCents: cents(3_752),
      effectiveOn: on('2026-04-16'),
      cashPriceCents: cents(100_000),
    };
    const facts = { ...paid, rentPayments: [...paid.rentPayments, half] };
    expect(quotePurchase(facts, on('2026-04-16')).amountCents).toBe(75_000); // 19.5 of 26
  });
});

describe('a price', () => {
  it('ends the day before a payment on its way posts', () => {
    const facts = exampleCPaid(6, { expectedOn: [on('2026-04-18')] });
    expect(quotePurchase(facts, on('2026-04-15')).goodThroughOn).toBe('2026-04-17');
  });

  it('is nothing once more was paid in 90 days than the goods cost', () => {
    const facts = exampleCPaid(14);
    const early = facts.rentPayments.map((payment) => ({ ...payment, effectiveOn: on('2026-02-01') }));
    const quote = quotePurchase({ ...facts, rentPayments: early }, on('2026-02-01'));
    expect(quote.amountCents).toBe(0);
    expect(quote.breakdown.at(-1)).toEqual({ label: 'Never below nothing', amountCents: 5_056 });
  });

  it("is the contract's in a state without a rule of its own, and in Ohio before anything is paid", () => {
    expect(quotePurchase(exampleC({ state: 'ZZ' }), on('2026-04-20')).formula).toBe('contract_90_day');
    const unpaid = exampleC({ state: 'OH', initialPaymentCents: cents(0) });
    expect(quotePurchase(unpaid, on('2026-04-21')).formula).toBe('contract_discount');
  });
});
