import { sharedSandbox } from '../support/e2e-client';
import { plusDays } from '../support/e2e-dates';
import { Ledger } from '../support/e2e-ledger';
import * as leases from '../support/e2e-leases';
import { expectProblem } from '../support/e2e-problems';

const sandbox = sharedSandbox();
const { bestsofa, nobody: customer } = sandbox;
const ledger = new Ledger(sandbox);
afterAll(async () => {
  await ledger.assertBooks();
  await ledger.close();
});

const SOFA = [{ lineNumber: 1, quantity: 1 }];
const TABLE = [{ lineNumber: 2, quantity: 1 }];

/** Lease Accepted, and today at its store. */
async function signed() {
  const lease = await leases.accepted(bestsofa, customer);
  return { ...lease, today: await leases.leaseToday(bestsofa, lease) };
}

describe('an order that leaves in two shipments', () => {
  it('funds by itself when the second is delivered, with the later date', async () => {
    const { path, leaseId, today } = await signed();
    const first = leases.expectStatus(
      await bestsofa.post(`${path}/shipments`, {
        lines: SOFA,
        carrier: 'UPS',
        trackingNumber: '1Z1',
        shippedOn: today,
      }),
      200,
    ).body;
    expect(first).toMatchObject({ outstanding: [...SOFA, ...TABLE], lease: { status: 'lease_accepted' } });
    const second = await bestsofa.post(`${path}/shipments`, { lines: TABLE, deliveredOn: today });
    expect(second.body).toMatchObject({ outstanding: SOFA, lease: { status: 'lease_accepted', fundedAt: null } });

    const arrived = await bestsofa.send('PATCH', `${path}/shipments/${first.shipmentId}`, {
      body: { deliveredOn: today },
    });
    expect(leases.expectStatus(arrived, 200).body).toMatchObject({
      outstanding: [],
      lease: { status: 'funded', deliveredOn: today },
    });
    expect((await bestsofa.get(path)).body.status).toBe('funded');
    const { data } = (await bestsofa.get(`${path}/shipments`)).body;
    expect(data).toMatchObject([
      { shipmentId: first.shipmentId, carrier: 'UPS', trackingNumber: '1Z1', deliveredOn: today },
      { carrier: null, deliveredOn: today },
    ]);
    expect(await leases.timelineTypes(bestsofa, leaseId)).toEqual(
      expect.arrayContaining(['shipment.reported', 'shipment.delivered', 'delivery.confirmed', 'lease.funded']),
    );
  });

  it('is never funded in part, is scheduled by a day ahead, and is not cancelled any more', async () => {
    const { path, today } = await signed();
    leases.expectStatus(await bestsofa.post(`${path}/shipments`, { lines: SOFA, deliveredOn: today }), 200);
    expectProblem(await bestsofa.delete(`${path}/contract`), 409, 'ILLEGAL_TRANSITION');
    expectProblem(await bestsofa.post(`${path}/shipments`, { lines: SOFA }), 422, 'SHIPMENT_EXCEEDS_ORDER');
    const last = await bestsofa.post(`${path}/shipments`, { lines: TABLE, deliveredOn: plusDays(today, 3) });
    expect(last.body.lease).toMatchObject({ status: 'lease_accepted', fundingScheduledFor: plusDays(today, 3) });
    expectProblem(
      await bestsofa.send('PATCH', `${path}/shipments/shp_0_0_0`, { body: { deliveredOn: today } }),
      404,
      'NOT_FOUND',
    );
  });
});
