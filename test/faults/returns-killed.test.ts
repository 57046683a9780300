import fc from 'fast-check';
import { restCents } from '../../domain/returns/account-payment';
import type { LeaseId } from '../../domain/ids';
import { Killer, killPoints } from '../support/kill-point';
import { embeddedLedger } from '../support/ledger-database';
import { ReturnsWorld } from '../support/returns-world';

let world: ReturnsWorld;
beforeAll(async () => {
  world = await ReturnsWorld.open(await embeddedLedger());
}, 60_000);
afterAll(() => world.close());

/** Four payments by debit, the current one and the next by card: every kind of effect that a whole return has. */
async function paidBothWays(): Promise<LeaseId> {
  const lease = await world.funded(3);
  await world.pay(lease, 4, 'card', 4_000);
  await world.pay(lease, 4);
  await world.pay(lease, 5, 'card');
  return lease;
}

const WHOLE = { returnedOn: '2027-01-18' };
const PART = { returnedOn: '2027-01-18', lines: [{ lineNumber: 2 }] };

/** All that a return leaves behind, without the names that differ from lease to lease. */
async function traceOf(lease: LeaseId): Promise<unknown> {
  const trace = {
    balances: await world.balances(lease),
    lines: await world.lines(lease),
    refunds: await world.refunds(lease),
    schedule: await world.schedule(lease),
    heldBack: await world.heldBack(lease),
    partners: world.world.partners.done(lease),
    isInAgreement: await world.isInAgreement(lease),
  };
  return JSON.parse(
    JSON.stringify(trace)
      .replaceAll(lease, 'LEASE')
      .replaceAll(/card\d+/g, 'card'),
  );
}

describe('a return whose worker dies', () => {
  it('at any step, and is repeated, has the effect of one calm run', async () => {
    const calm = await paidBothWays();
    const counter = new Killer();
    const answer = await world.post(calm, WHOLE, counter);
    const expected = { answer, trace: await traceOf(calm) };
    expect(expected.trace).toMatchObject({ isInAgreement: true });
    expect(counter.stepCount).toBeGreaterThan(10);

    for (const point of killPoints(counter.stepCount)) {
      const lease = await paidBothWays();
      const request = await world.asked(lease, WHOLE);
      await expect(world.world.run('postReturn', request, new Killer(point))).rejects.toThrow();
      const repeated = await world.world.run('postReturn', request);
      expect({ point, answer: repeated, trace: await traceOf(lease) }).toEqual({ point, ...expected });
    }
  }, 120_000);

  it('has one effect when two workers post it at once', async () => {
    const lease = await paidBothWays();
    const request = await world.asked(lease, WHOLE);
    const [one, other] = await Promise.all([1, 2].map(() => world.world.run('postReturn', request)));
    expect(one).toEqual(other);
    expect(world.world.partners.done(lease)).toHaveLength(2);
    expect(await world.lines(lease)).toEqual(['return 0 -100000 eligible']);
  });

  it('gives its first answer again however much has happened since', async () => {
    const lease = await paidBothWays();
    const request = await world.asked(lease, PART);
    const first = await world.world.run('postReturn', request);
    await world.post(lease);
    expect(await world.world.run('postReturn', request)).toEqual(first);
    expect(await world.lines(lease)).toHaveLength(2);
  });
});

describe('any sequence of returns and lower prices', () => {
  const step = fc.record({
    actionType: fc.constantFrom<'return' | 'price_adjustment'>('return', 'price_adjustment'),
    lineNumber: fc.integer({ min: 1, max: 2 }),
    amountCents: fc.integer({ min: 1, max: 40_000 }),
  });

  it('keeps ledger, schedule and netting in agreement, and never asks for more than the total to own', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), fc.nat(5), async (steps, paidCount) => {
        const lease = await world.funded(paidCount);
        let takenCents = 0;
        let totalToOwnCents = 200_000;
        for (const { actionType, ...line } of steps) {
          const answer = await world.post(lease, { actionType, lines: [line] });
          if (
            answer.outcome === 'refused' ||
            answer.fact.kind !== (actionType === 'return' ? 'returned' : 'price_adjusted')
          )
            continue;
          const { fact } = answer;
          if (!('pricing' in fact)) continue;
          takenCents += fact.merchantDebitCents;
          expect(fact.invoiceTotalCents).toBe(100_000 - takenCents);
          expect(fact.pricing.totalToOwnCents).toBeLessThanOrEqual(totalToOwnCents);
          totalToOwnCents = fact.pricing.totalToOwnCents;
          expect(await world.isInAgreement(lease)).toBe(true);
        }
        const { merchant_payable: payable = 0, leased_merchandise: goods = 0 } = await world.balances(lease);
        expect([payable, goods]).toEqual([100_000 - takenCents, 100_000 - takenCents]);
        const paidCents = paidCount * 7_504;
        expect(4_900 + paidCents + restCents(await world.schedule(lease))).toBe(totalToOwnCents);
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});
