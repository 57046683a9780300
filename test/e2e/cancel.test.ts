import { sharedSandbox } from '../support/e2e-client';
import { at, plusDays } from '../support/e2e-dates';
import { FUNDED_BALANCES, Ledger } from '../support/e2e-ledger';
import * as leases from '../support/e2e-leases';
import { expectProblem } from '../support/e2e-problems';

const sandbox = sharedSandbox();
const { bestsofa, nobody: customer } = sandbox;
const ledger = new Ledger(sandbox);
const cancel = ({ path }: { path: string }) => bestsofa.delete(`${path}/contract`);
const REFUNDED = { card_clearing: 0, refundable_initial_payments: 0 };
const EMPTY = {
  status: 'approved',
  invoiceNumber: null,
  invoiceTotalCents: null,
  contractsExpireAt: null,
  isOkToDeliver: false,
  fundingScheduledFor: null,
  fundingState: 'not_eligible',
};

afterAll(async () => {
  await ledger.assertBooks();
  await ledger.close();
});

describe('an order is called off', () => {
  it('unsigned: nothing to refund, the approval goes on as it was', async () => {
    const lease = await leases.contracts(bestsofa);
    const { approvalExpiresAt } = (await bestsofa.get(lease.path)).body;
    const answer = leases.expectStatus(await cancel(lease), 200);
    expect(answer.body).toMatchObject({ ...EMPTY, approvalExpiresAt });
    expect((await bestsofa.get(lease.path)).body).toEqual(answer.body);
    expect(await leases.timelineTypes(bestsofa, lease.leaseId)).not.toContain('initial_payment.refunded');
    expect(await ledger.kinds(lease.leaseId)).toEqual([]);
    expectProblem(await bestsofa.get(`${lease.path}/pricing`), 404, 'NOT_FOUND');
  });

  it('signed: the initial payment goes back once, and the same lease ID goes on to Funded', async () => {
    const lease = await leases.accepted(bestsofa, customer);
    expect(await ledger.balancesCents(lease.leaseId)).toEqual({
      card_clearing: 4_900,
      refundable_initial_payments: -4_900,
    });
    expect(leases.expectStatus(await cancel(lease), 200).body).toMatchObject(EMPTY);
    expect(await ledger.balancesCents(lease.leaseId)).toEqual(REFUNDED);
    expectProblem(await cancel(lease), 409, 'ILLEGAL_TRANSITION');

    const again = await leases.invoiced(bestsofa, lease.leaseId);
    leases.expectStatus(await leases.sign(customer, again), 200);
    const today = await leases.leaseToday(bestsofa, lease);
    expect((await leases.deliver(bestsofa, lease, today)).body).toMatchObject({
      status: 'funded',
      fundingState: 'eligible',
    });
    const types = await leases.timelineTypes(bestsofa, lease.leaseId);
    expect(types.filter((type) => type === 'initial_payment.refunded')).toHaveLength(1);
    expect(await ledger.balancesCents(lease.leaseId)).toEqual(FUNDED_BALANCES);
    expect(await ledger.kinds(lease.leaseId)).toEqual([
      'InitialPaymentCaptured',
      'InitialPaymentRefunded',
      'InitialPaymentCaptured',
      'MerchantFunded',
      'LeaseOpened',
    ]);
  });

  it('with a delivery scheduled: nothing is funded when its day comes', async () => {
    const lease = await leases.accepted(bestsofa, customer);
    const today = await leases.leaseToday(bestsofa, lease);
    const scheduled = await leases.deliver(bestsofa, lease, plusDays(today, 5));
    expect(scheduled.body.fundingScheduledFor).toBe(plusDays(today, 5));
    expect((await cancel(lease)).body).toMatchObject(EMPTY);
    expect(await leases.advance(bestsofa, lease.leaseId, { days: 10 })).toMatchObject(EMPTY);
    expect(await ledger.balancesCents(lease.leaseId)).toEqual(REFUNDED);
  });

  it('never after Funded, where the goods would have to come back', async () => {
    const lease = await leases.funded(bestsofa, customer);
    expect(expectProblem(await cancel(lease), 409, 'ILLEGAL_TRANSITION')).toMatchObject({ from: 'funded' });
    const again = await leases.deliver(bestsofa, lease, await leases.leaseToday(bestsofa, lease));
    expectProblem(again, 409, 'ILLEGAL_TRANSITION');
    expect(await ledger.balancesCents(lease.leaseId)).toEqual(FUNDED_BALANCES);
  });

  it('after day 90: the money goes back and the approval, long over, has expired', async () => {
    const lease = await leases.accepted(bestsofa, customer);
    await leases.advance(bestsofa, lease.leaseId, { days: 100 });
    leases.expectStatus(await cancel(lease), 200);
    expect(await ledger.balancesCents(lease.leaseId)).toEqual(REFUNDED);
    expectProblem(await bestsofa.post(`${lease.path}/invoice`, leases.invoiceBody()), 409, 'APPROVAL_EXPIRED');
    expect((await bestsofa.get(lease.path)).body.status).toBe('approval_expired');
  });
});

describe('when an order is called off and delivered at the same time', () => {
  it('exactly one wins, 20 times: Funded, or refunded, never both', async () => {
    const outcomes: string[] = [];
    for (let round = 0; round < 4; round += 1) outcomes.push(...(await Promise.all(Array.from({ length: 5 }, race))));
    expect(outcomes).toHaveLength(20);
    expect(outcomes.filter((outcome) => outcome !== 'funded' && outcome !== 'refunded')).toEqual([]);
  });

  async function race(_: unknown, index: number): Promise<string> {
    const lease = await leases.accepted(bestsofa, customer);
    const today = await leases.leaseToday(bestsofa, lease);
    const calls = [() => cancel(lease), () => leases.deliver(bestsofa, lease, today)];
    const answers = await Promise.all((index % 2 === 0 ? calls : calls.reverse()).map((call) => call()));
    const [won, lost] = [
      answers.filter(({ status }) => status === 200),
      answers.filter(({ status }) => status === 409),
    ];
    if (won.length !== 1 || lost.length !== 1) return answers.map(({ text }) => text).join(' and ');

    const types = await leases.timelineTypes(bestsofa, lease.leaseId);
    const { status } = (await bestsofa.get(lease.path)).body;
    const isFunded = status === 'funded' && types.includes('lease.funded') && types.includes('funding.payable');
    const isRefunded = status === 'approved' && types.includes('initial_payment.refunded');
    const balances = await ledger.balancesCents(lease.leaseId);
    expect(balances).toEqual(isFunded ? FUNDED_BALANCES : REFUNDED);
    expect(types).toContain('command.refused');
    if (isFunded === isRefunded) return `${status} after ${types.join(', ')}`;
    return isFunded ? 'funded' : 'refunded';
  }
});

describe('a scheduled delivery', () => {
  it('may be moved until it comes, also to today', async () => {
    const lease = await leases.accepted(bestsofa, customer);
    const today = await leases.leaseToday(bestsofa, lease);
    for (const days of [30, 3, 20]) {
      const answer = await leases.deliver(bestsofa, lease, plusDays(today, days));
      expect(answer.body).toMatchObject({
        status: 'lease_accepted',
        fundingScheduledFor: plusDays(today, days),
        deliveredOn: null,
      });
      expect((await bestsofa.get(`${lease.path}/delivery-status`)).body.fundingScheduledFor).toBe(
        plusDays(today, days),
      );
    }
    const passed = await leases.advance(bestsofa, lease.leaseId, at(plusDays(today, 4), '12:00', 'America/Chicago'));
    expect(passed).toMatchObject({ status: 'lease_accepted', fundingScheduledFor: plusDays(today, 20) });
    const delivered = await leases.deliver(bestsofa, lease, plusDays(today, 4));
    expect(delivered.body).toMatchObject({
      status: 'funded',
      deliveredOn: plusDays(today, 4),
      fundingScheduledFor: null,
    });
    await leases.advance(bestsofa, lease.leaseId, { days: 30 });
    expect(await ledger.balancesCents(lease.leaseId)).toEqual(FUNDED_BALANCES);
  });
});
