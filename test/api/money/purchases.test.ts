import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { purchaseQuotes } from '../../../api/money/purchases';
import type { Caller } from '../../../api/ports';
import { calendarDate } from '../../../domain/calendar-date';
import { leaseId, merchantId } from '../../../domain/ids';
import { embeddedLedger } from '../../support/ledger-database';
import { PurchaseWorld } from '../../support/purchase-world';

const retailer = (id: string): Caller => ({ keyId: 'k', kind: 'retailer', merchantId: merchantId(id), scopes: [] });
const OWN = retailer('mer_bestsofa');

/** A Temporal that only knows what a lease's own clock shows. */
const clockAt = (at: string | undefined): Client =>
  ({
    withDeadline: async (_until: number, calls: () => Promise<unknown>) => await calls(),
    workflow: {
      getHandle: () => ({
        async describe() {
          if (at === undefined) throw new WorkflowNotFoundError('gone', 'lease:1', undefined);
          const currentTime = { seconds: Date.parse(at) / 1_000 };
          return { raw: { workflowExtendedInfo: { timeSkippingInfo: { currentTime } } } };
        },
      }),
    },
  }) as never;

describe('a quote of early purchase', () => {
  let world: PurchaseWorld;
  beforeAll(async () => {
    world = await PurchaseWorld.open(await embeddedLedger());
  }, 60_000);
  afterAll(() => world.close());
  const quotesAt = (at?: string) => purchaseQuotes({ db: world.db, temporal: clockAt(at) });

  it("is as of the lease's own day in the time zone of its store", async () => {
    const lease = await world.funded();
    // 2 December in UTC, still the evening of the 1st in Dallas
    const quote = await quotesAt('2026-12-02T05:30:00.000Z').quote(OWN, lease, undefined);
    expect(quote).toMatchObject({ asOfOn: '2026-12-01', amountCents: 5_000, goodThroughOn: '2026-12-03' });
    expect(quote.quoteId).toMatch(/^QTE-[0-9a-f]{20}$/);
  });

  it('is as of the day asked for, and then asks nobody for the time', async () => {
    const lease = await world.funded();
    const asOf = calendarDate('2027-02-22');
    expect(await quotesAt().quote(OWN, lease, asOf)).toMatchObject({ asOfOn: asOf, formula: 'contract_90_day' });
    const dayAfter = calendarDate('2027-02-23');
    expect(await quotesAt().quote(OWN, lease, dayAfter)).toMatchObject({ formula: 'contract_discount' });
  });

  it('is not given for the lease of another merchant, nor for one that has ended', async () => {
    const lease = await world.funded();
    const day = calendarDate('2026-12-01');
    await expect(quotesAt().quote(retailer('mer_acme'), lease, day)).rejects.toMatchObject({ code: 'LEASE_NOT_FOUND' });
    await expect(quotesAt().quote(OWN, leaseId('1000000009'), day)).rejects.toMatchObject({ code: 'LEASE_NOT_FOUND' });
    await world.db
      .updateTable('leases')
      .set({ servicing_state: 'owned_by_term' })
      .where('lease_id', '=', lease)
      .execute();
    await expect(quotesAt().quote(OWN, lease, day)).rejects.toMatchObject({
      code: 'ILLEGAL_TRANSITION',
      extra: { from: 'funded', event: 'purchaseOptionRequested' },
    });
  });

  it('is as of the newest run where runs are ahead of the lease, also for a lease without a Workflow', async () => {
    const lease = await world.funded();
    await world.day('2028-01-03');
    expect(await quotesAt('2026-12-02T18:00:00.000Z').quote(OWN, lease, undefined)).toMatchObject({
      asOfOn: '2028-01-03',
    });
    expect((await quotesAt().quote(OWN, lease, undefined)).asOfOn >= '2028-01-03').toBe(true);
  });
});
