import { sharedSandbox } from '../support/e2e-client';
import { at, nextClockChange, plusDays, plusMinutes, STORES, type StoreId } from '../support/e2e-dates';
import { advance, apply, type Contracts, expectStatus, invoiceBody, invoiced, sign } from '../support/e2e-leases';

const { bestsofa, acme, support, nobody: customer } = sharedSandbox();

const CASES = (['sto_dallas', 'sto_fresno', 'sto_albany'] as const).flatMap((storeId) =>
  (['spring', 'fall'] as const).map((season) => ({ storeId, season, timeZone: STORES[storeId] })),
);
const retailerOf = (storeId: StoreId) => (storeId === 'sto_albany' ? acme : bestsofa);

/** An approval given on `day` at `time` of the store: the clock of a Pre-approved lease is moved there first. */
async function approvedOn(storeId: StoreId, day: string, time: string) {
  const retailer = retailerOf(storeId);
  const { leaseId } = await apply(retailer, { storeId, firstDigit: '6' });
  await advance(retailer, leaseId, at(day, time, STORES[storeId]));
  const documents = { documents: [{ kind: 'pay_stub', reference: 'doc-1' }], decision: 'approved' };
  const { body } = expectStatus(await support.post(`/v1/leases/${leaseId}/documents`, documents), 200);
  return { retailer, leaseId, path: `/v1/leases/${leaseId}`, lease: body };
}

/** A timer fires when its instant has come, a few milliseconds into it. */
const toTheMinute = (instant: string): string => instant.slice(0, 16);

const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => ({ status, code: body.code });

describe.each(CASES)('around the $season clock change at a store in $timeZone', ({ storeId, season, timeZone }) => {
  const change = nextClockChange(timeZone, season);
  const day = plusDays(change, -45);

  it('an approval lasts to the end of day 90 and is gone a minute later', async () => {
    const { retailer, leaseId, path, lease } = await approvedOn(storeId, day, '23:59');
    const end = at(plusDays(day, 91), '00:00', timeZone);
    expect(lease.approvalExpiresAt).toBe(end);

    expect((await advance(retailer, leaseId, plusMinutes(end, -1))).status).toBe('approved');
    expectStatus(await retailer.post(`${path}/invoice`, invoiceBody()), 200);
    const inContracts = await retailer.get(path);
    expect(inContracts.body).toMatchObject({ status: 'contracts', contractsExpireAt: end });

    // The earlier deadline wins; at equal instants it is the approval that has expired.
    expect(await advance(retailer, leaseId, end)).toMatchObject({ status: 'approval_expired', approvalExpiresAt: end });
    const late = await retailer.post(`${path}/invoice`, invoiceBody());
    expect(codeOf(late)).toEqual({ status: 409, code: 'APPROVAL_EXPIRED' });
  });

  it('contracts can be signed to the end of day 60 and are gone a minute later', async () => {
    const end = at(plusDays(day, 61), '00:00', timeZone);
    const inTime = await approvedOn(storeId, day, '00:00');
    const tooLate = await approvedOn(storeId, day, '23:59');
    const contracts: Contracts[] = [];
    for (const { retailer, leaseId } of [inTime, tooLate]) contracts.push(await invoiced(retailer, leaseId));
    const [signable, unsigned] = contracts as [Contracts, Contracts];

    const atLastMinute = await advance(inTime.retailer, inTime.leaseId, plusMinutes(end, -1));
    expect(atLastMinute).toMatchObject({ status: 'contracts', contractsExpireAt: end });
    expect((await sign(customer, signable)).body.status).toBe('lease_accepted');

    expect((await advance(tooLate.retailer, tooLate.leaseId, plusMinutes(end, -1))).status).toBe('contracts');
    expect((await advance(tooLate.retailer, tooLate.leaseId, end)).status).toBe('contracts_expired');
    expect(codeOf(await customer.get(unsigned.signing))).toEqual({ status: 410, code: 'SIGNING_LINK_DEAD' });
    const again = await tooLate.retailer.post(`${unsigned.path}/invoice`, invoiceBody());
    expect(codeOf(again)).toEqual({ status: 409, code: 'CONTRACTS_EXPIRED' });
  });

  it('reinstated contracts do not start the 90 days again', async () => {
    const { retailer, leaseId, path } = await approvedOn(storeId, day, '12:00');
    const { signing } = await invoiced(retailer, leaseId);
    const end = at(plusDays(day, 91), '00:00', timeZone);
    expect((await advance(retailer, leaseId, at(plusDays(day, 61), '00:00', timeZone))).status).toBe(
      'contracts_expired',
    );

    const back = await support.post(`${path}/reinstatement`, { reason: 'customer was travelling' });
    expect(back.body).toMatchObject({ status: 'approved', approvalExpiresAt: end, contractsExpireAt: null });
    expect(back.body).toMatchObject({ invoiceNumber: null, invoiceTotalCents: null });
    expect((await customer.get(signing)).status).toBe(410);

    expect((await advance(retailer, leaseId, plusMinutes(end, -1))).status).toBe('approved');
    expect((await advance(retailer, leaseId, end)).status).toBe('approval_expired');
  });

  it('an order that is not delivered by the end of day 90 is reported once and stays', async () => {
    const { retailer, leaseId, path } = await approvedOn(storeId, day, '12:00');
    expectStatus(await sign(customer, await invoiced(retailer, leaseId)), 200);
    const end = at(plusDays(day, 91), '00:00', timeZone);
    await advance(retailer, leaseId, plusMinutes(end, -1));
    expect(await overdueLines(retailer, path)).toEqual([]);
    expect((await advance(retailer, leaseId, end)).status).toBe('lease_accepted');
    await advance(retailer, leaseId, plusMinutes(end, 60 * 24 * 30));
    expect(await overdueLines(retailer, path)).toEqual([toTheMinute(end)]);

    const deliveredOn = plusDays(day, 110);
    const delivered = await retailer.post(`${path}/delivery-confirmation`, { deliveredOn });
    expect(delivered.body).toMatchObject({ status: 'funded', deliveredOn });
  });

  it('a scheduled delivery funds at 00:00 of its day', async () => {
    const { retailer, leaseId, path } = await approvedOn(storeId, plusDays(change, -3), '15:00');
    expectStatus(await sign(customer, await invoiced(retailer, leaseId)), 200);
    for (const deliveredOn of [plusDays(change, 2), plusDays(change, 1)]) {
      const scheduled = await retailer.post(`${path}/delivery-confirmation`, { deliveredOn });
      const state = { status: 'lease_accepted', fundingScheduledFor: deliveredOn, fundingState: 'scheduled' };
      expect(scheduled.body).toMatchObject({ ...state, deliveredOn: null });
    }
    const due = at(plusDays(change, 1), '00:00', timeZone);
    expect((await advance(retailer, leaseId, plusMinutes(due, -1))).status).toBe('lease_accepted');
    const now = await advance(retailer, leaseId, due);
    expect(now).toMatchObject({ status: 'funded', deliveredOn: plusDays(change, 1), fundingScheduledFor: null });
    expect({ fundedAt: toTheMinute(now.fundedAt), state: now.fundingState }).toEqual({
      fundedAt: toTheMinute(due),
      state: 'eligible',
    });
  });
});

async function overdueLines(retailer: typeof bestsofa, path: string): Promise<string[]> {
  const { body } = await retailer.get(`${path}/timeline?limit=100`);
  const events: { type: string; at: string }[] = body.data;
  return events.filter(({ type }) => type === 'delivery.overdue').map((event) => toTheMinute(event.at));
}
