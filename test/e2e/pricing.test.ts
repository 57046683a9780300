import { sharedSandbox } from '../support/e2e-client';
import { plusDays, todayIn } from '../support/e2e-dates';
import * as leases from '../support/e2e-leases';
import { expectProblem } from '../support/e2e-problems';

const { bestsofa, bestsofaReadOnly, acme, nobody: customer } = sharedSandbox();

const estimate = (cashPriceCents: number, payFrequency: string, storeId = 'sto_dallas') =>
  bestsofa.post('/v1/pricing/estimate', { storeId, cashPriceCents, payFrequency });

/** Worked example A of domain.md, and B with the sandbox's own initial payment of $49.00. */
const FIGURES: [number, string, number, number, number][] = [
  [100_000, 'weekly', 52, 3_752, 3_748],
  [100_000, 'biWeekly', 26, 7_504, 7_500],
  [100_000, 'semiMonthly', 24, 8_130, 8_110],
  [100_000, 'monthly', 12, 16_259, 16_251],
  [129_999, 'weekly', 52, 4_906, 4_892],
  [129_999, 'biWeekly', 26, 9_812, 9_798],
  [129_999, 'semiMonthly', 24, 10_630, 10_608],
  [129_999, 'monthly', 12, 21_259, 21_249],
];

describe('a lease costs', () => {
  it.each(FIGURES)(
    'for %i cents, paid %s: %i payments of %i and a last one of %i',
    async (cash, frequency, count, level, last) => {
      const { body } = leases.expectStatus(await estimate(cash, frequency), 200);
      expect(body).toEqual({
        cashPriceCents: cash,
        costOfLeaseCents: cash,
        totalToOwnCents: 2 * cash,
        initialPaymentCents: 4_900,
        payFrequency: frequency,
        numberOfPayments: count,
        paymentCents: level,
        lastPaymentCents: last,
        ninetyDayBuyoutCents: cash,
      });
      expect(level * (count - 1) + last + 4_900).toBe(2 * cash);
    },
  );

  it('the same in the estimate, the contract and the schedule, whatever the pay frequency', async () => {
    for (const payFrequency of ['weekly', 'semiMonthly', 'monthly']) {
      const today = todayIn('America/New_York');
      const income = {
        monthlyIncomeCents: 120_000,
        payFrequency,
        lastPaidOn: plusDays(today, -3),
        nextPaidOn: plusDays(today, 12),
      };
      const lease = await leases.funded(bestsofa, customer, { changes: { income } });
      const { firstDueOn, ...pricing } = (await bestsofa.get(`${lease.path}/pricing`)).body;
      expect(pricing).toEqual((await estimate(100_000, payFrequency)).body);
      const { payments, totalCents, initialPaymentCents } = (await bestsofa.get(`${lease.path}/payment-schedule`)).body;
      const amounts = payments.map(({ amountCents }: { amountCents: number }) => amountCents);
      expect(amounts).toEqual([
        ...Array<number>(pricing.numberOfPayments - 1).fill(pricing.paymentCents),
        pricing.lastPaymentCents,
      ]);
      expect({ totalCents, initialPaymentCents }).toEqual({ totalCents: 195_100, initialPaymentCents: 4_900 });
      expect(payments[0].dueOn).toBe(firstDueOn);
      expect(firstDueOn >= plusDays(today, 7)).toBe(true);
      const dues = payments.map(({ dueOn }: { dueOn: string }) => dueOn);
      expect(dues).toEqual([...new Set(dues)].sort());
    }
  });

  it('nothing for whoever may only read, but never outside the minimum and maximum or in the store of another', async () => {
    const body = { storeId: 'sto_dallas', cashPriceCents: 5_000, payFrequency: 'monthly' };
    expect((await bestsofaReadOnly.send('POST', '/v1/pricing/estimate', { body, idempotencyKey: null })).status).toBe(
      200,
    );
    expectProblem(await estimate(4_999, 'monthly'), 422, 'BELOW_MINIMUM');
    expectProblem(await estimate(500_001, 'monthly'), 422, 'ABOVE_MAXIMUM');
    expectProblem(await estimate(5_000, 'daily'), 400, 'VALIDATION_FAILED');
    const [theirs, nowhere] = [
      await estimate(5_000, 'monthly', 'sto_albany'),
      await estimate(5_000, 'monthly', 'sto_nowhere'),
    ];
    expect({ ...theirs.body, requestId: '' }).toEqual({ ...nowhere.body, requestId: '' });
    expect(theirs.status).toBe(404);
    expect((await acme.post('/v1/pricing/estimate', { ...body, storeId: 'sto_albany' })).status).toBe(200);
  });

  it('nothing yet without an invoice', async () => {
    const { leaseId } = await leases.apply(bestsofa);
    expectProblem(await bestsofa.get(`/v1/leases/${leaseId}/pricing`), 404, 'NOT_FOUND');
    const { body } = await bestsofa.get(`/v1/leases/${leaseId}/payment-schedule`);
    expect(body).toEqual({ payments: [], totalCents: 0, initialPaymentCents: 0 });
  });
});

describe('a customer paid on the 31st', () => {
  it('is due on each last day of a month, without drift', async () => {
    // A lease delivered far ahead, so that its schedule meets February.
    const today = todayIn('America/New_York');
    const last31st = ['01', '03', '05', '07', '08', '10', '12']
      .flatMap((month) => [`${Number(today.slice(0, 4)) - 1}-${month}-31`, `${today.slice(0, 4)}-${month}-31`])
      .filter((date) => date >= plusDays(today, -35) && date <= plusDays(today, 26));
    const nextPaidOn = last31st.at(-1);
    if (nextPaidOn === undefined) throw new Error('within any 62 days lies a 31st');
    const lastPaidOn = nextPaidOn <= today ? nextPaidOn : plusDays(today, -5);
    const income = { monthlyIncomeCents: 120_000, payFrequency: 'monthly', lastPaidOn, nextPaidOn };
    const lease = await leases.funded(bestsofa, customer, { changes: { income } });
    const { payments } = (await bestsofa.get(`${lease.path}/payment-schedule`)).body;
    expect(payments).toHaveLength(12);
    for (const { dueOn } of payments) expect(plusDays(dueOn, 1).slice(8)).toBe('01');
  });
});
