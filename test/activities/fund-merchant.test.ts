import { fundMerchant } from '../../activities/fund-merchant';
import { calendarDate, type Instant } from '../../domain/calendar-date';
import { cents } from '../../domain/cents';
import type { LeaseId, MerchantId } from '../../domain/ids';
import { FundingWorld, noon } from '../support/funding-world';
import { embeddedLedger } from '../support/ledger-database';

/** 23:30 in New York, where the store is: already the next day in UTC. */
const LATE = '2026-07-02T03:30:00.000Z' as Instant;

let world: FundingWorld;
beforeAll(async () => {
  world = new FundingWorld(await embeddedLedger());
}, 60_000);
afterAll(() => world.close());

const fund = (leaseId: LeaseId, merchantId: MerchantId, initialPaymentCents: number, fundedAt: Instant) =>
  fundMerchant(world.deps)({
    ...{ leaseId, merchantId, fundedAt, initialPaymentCents: cents(initialPaymentCents) },
    ...{ invoiceTotalCents: cents(100_000), totalToOwnCents: cents(200_000) },
  });

const paymentsOf = (leaseId: LeaseId) =>
  world.db.selectFrom('payments').selectAll().where('lease_id', '=', leaseId).execute();

/** A lease that SQL knows, whose merchant is not payable yet. */
async function accepted(merchant: MerchantId, signedOn: '2026-06-30' | null): Promise<LeaseId> {
  const lease = await world.lease(merchant);
  await world.db
    .updateTable('leases')
    .set({ signed_on: signedOn && calendarDate(signedOn), invoice_number: 'INV-7' })
    .where('lease_id', '=', lease)
    .execute();
  return lease;
}

describe('funding a merchant', () => {
  it('leaves one line for a run and the initial payment of the day it was signed for, however often it runs', async () => {
    const merchant = await world.merchant();
    const lease = await accepted(merchant, '2026-06-30');
    await fund(lease, merchant, 4_900, noon('2026-07-01'));
    await fund(lease, merchant, 4_900, noon('2026-07-01'));
    expect(await world.lines(merchant)).toMatchObject([
      {
        ...{ funding_id: `FND-${lease}`, kind: 'funding', gross_cents: 100_000, adjustment_cents: 0, run_id: null },
        ...{ invoice_number: 'INV-7', posted_at: noon('2026-07-01'), state: 'eligible', lease_id: lease },
      },
    ]);
    expect(await paymentsOf(lease)).toMatchObject([
      {
        ...{ payment_id: `PAY-${lease}-initial`, kind: 'initial', amount_cents: 4_900, state: 'posted' },
        ...{ posted_on: '2026-06-30', effective_on: '2026-06-30', method: 'card', card_reference: null },
      },
    ]);
  });

  it('dates the payment by the day at the store where signature and delivery come together', async () => {
    const merchant = await world.merchant();
    const lease = await accepted(merchant, null);
    await fund(lease, merchant, 4_900, LATE);
    expect(await paymentsOf(lease)).toMatchObject([{ posted_on: '2026-07-01' }]);
  });

  it('makes no payment of nothing, where the program asks for none', async () => {
    const merchant = await world.merchant();
    const lease = await accepted(merchant, '2026-06-30');
    await fund(lease, merchant, 0, noon('2026-07-01'));
    expect(await paymentsOf(lease)).toEqual([]);
  });

  it('with other amounts is a conflict, and leaves neither line nor payment changed', async () => {
    const merchant = await world.merchant();
    const lease = await accepted(merchant, '2026-06-30');
    await fund(lease, merchant, 4_900, noon('2026-07-01'));
    await expect(fund(lease, merchant, 5_000, noon('2026-07-01'))).rejects.toThrow('already with another content');
    expect(await paymentsOf(lease)).toMatchObject([{ amount_cents: 4_900 }]);
    expect(await world.lines(merchant)).toHaveLength(1);
  });
});
