import { Webhook } from 'standardwebhooks';
import { sharedSandbox } from '../support/e2e-client';
import * as leases from '../support/e2e-leases';
import { webhookReceiver } from '../support/e2e-webhooks';

const { bestsofa, acme, nobody: customer } = sharedSandbox();

describe('a retailer’s own receiver', () => {
  it('hears the whole life of a lease, signed and in order, equal to its timeline, and again when it asks', async () => {
    const receiver = await webhookReceiver();
    const from = new Date().toISOString();
    const registered = leases.expectStatus(
      await bestsofa.post('/v1/webhook-endpoints', { url: receiver.url, eventTypes: ['*'] }),
      201,
    );
    const { endpointId, secret } = registered.body;
    const { leaseId } = await leases.funded(bestsofa, customer);
    const timeline = await leases.timeline(bestsofa, leaseId);

    const received = await receiver.until((messages) => messages.filter(ofLease(leaseId)).length >= timeline.length);
    const told = received.filter(ofLease(leaseId));
    const bodies = told.map(({ body, headers }) => new Webhook(secret).verify(body, headers));
    expect(bodies).toEqual(
      timeline.map(({ sequence, type, at, data }: Record<string, unknown>) => ({
        ...{ id: `evt_${leaseId}_${String(sequence)}`, type, sequence, at, data },
        ...{ merchantId: 'mer_bestsofa', leaseId },
      })),
    );
    expect(told.map(({ headers }) => headers['webhook-id'])).toEqual(
      timeline.map(({ sequence }: { sequence: number }) => `evt_${leaseId}_${sequence}`),
    );

    const { body } = await bestsofa.post(`/v1/webhook-endpoints/${endpointId}/replay`, { from });
    expect(body.count).toBeGreaterThanOrEqual(timeline.length);
    const again = await receiver.until((messages) => messages.filter(ofLease(leaseId)).length >= 2 * timeline.length);
    expect(
      again
        .filter(ofLease(leaseId))
        .slice(timeline.length)
        .map(({ body: text }) => text),
    ).toEqual(told.map(({ body: text }) => text));
    expect(received.every(({ body: text }) => JSON.parse(text).merchantId === 'mer_bestsofa')).toBe(true);
    leases.expectStatus(await bestsofa.delete(`/v1/webhook-endpoints/${endpointId}`), 204);
    await receiver.close();
  });

  it('that answers 500 hears it again within seconds, by the same ID, until it takes it', async () => {
    const receiver = await webhookReceiver([500]);
    const { body: endpoint } = leases.expectStatus(
      await acme.post('/v1/webhook-endpoints', { url: receiver.url, eventTypes: ['lease.approved'] }),
      201,
    );
    const { leaseId } = await leases.apply(acme, { storeId: 'sto_albany' });
    const messages = await receiver.until((all) => all.filter(ofLease(leaseId)).length >= 2);
    const [first, second] = messages.filter(ofLease(leaseId));

    expect([second?.body, second?.headers['webhook-id']]).toEqual([first?.body, first?.headers['webhook-id']]);
    const deliveries = `/v1/webhook-endpoints/${endpoint.endpointId}/deliveries`;
    await receiver.until(async () => (await acme.get(deliveries)).body.data[0].state === 'delivered');
    expect((await acme.get(deliveries)).body.data).toMatchObject([{ leaseId, attemptCount: 2, lastStatus: 204 }]);
    leases.expectStatus(await acme.delete(`/v1/webhook-endpoints/${endpoint.endpointId}`), 204);
    await receiver.close();
  });
});

const ofLease =
  (leaseId: string) =>
  ({ body }: { body: string }): boolean =>
    JSON.parse(body).leaseId === leaseId;
