import { webhookActivities } from '../../../activities/webhooks';
import type { WebhookAnswer } from '../../../activities/webhooks/post';
import { updateEndpoint } from '../../../db/webhook-endpoints';
import type { Instant } from '../../../domain/calendar-date';
import { RETRY_DELAYS_MS } from '../../../domain/webhooks/policy';
import { embeddedLedger } from '../../support/ledger-database';
import { after, WebhookWorld } from '../../support/webhook-world';

let world: WebhookWorld;
beforeAll(async () => {
  world = new WebhookWorld(await embeddedLedger());
}, 60_000);
afterAll(() => world.close());
beforeEach(() => world.clear());

const LEASE = '4821907735';
const FAILED: WebhookAnswer = { status: 500, error: 'it answered 500' };
const statesOf = async (endpointId: string) => (await world.deliveries(endpointId)).map(({ state }) => state);

describe('a delivery that fails', () => {
  it('is handed to its Workflow before it is recorded, so that none waits for retries nobody makes', async () => {
    const merchant = await world.merchant();
    const { endpointId } = await world.endpoint(merchant);
    await world.happens(merchant, LEASE, 'lease.approved');
    await world.relay();
    world.answer = async () => FAILED;
    const temporalIsAway = world.sender({ beginRetries: () => Promise.reject(new Error('no Temporal')) });
    await temporalIsAway.sendDue();
    await temporalIsAway.settled();
    expect([await statesOf(endpointId), world.failures.length]).toEqual([['pending'], 1]);

    await world.claimsEnd();
    await world.tellAll();
    const [delivery] = await world.deliveries(endpointId);
    expect(world.begun).toEqual([delivery?.delivery_id]);
    expect(delivery).toMatchObject({
      ...{ state: 'retrying', attempt_count: 1, last_status: 500, last_error: 'it answered 500' },
      ...{ last_attempt_at: after(0), next_attempt_at: after(0, 5) },
    });
  });

  it('is over after its eighth attempt, and counts an attempt once however often the worker repeats it', async () => {
    const merchant = await world.merchant();
    const { endpointId } = await world.endpoint(merchant);
    await world.happens(merchant, LEASE, 'lease.approved');
    world.answer = async () => FAILED;
    await world.tellAll();
    const [delivery] = await world.deliveries(endpointId);
    const deliveryId = delivery?.delivery_id ?? '';
    const { retryWebhook } = webhookActivities(world.deps);
    const retry = (attempt: number) => retryWebhook({ deliveryId, attempt, at: after(1) });

    for (let attempt = 2; attempt <= RETRY_DELAYS_MS.length; attempt += 1) expect(await retry(attempt)).toBe('failed');
    expect(await retry(7)).toBe('failed');
    expect(await retry(8)).toBe('over');
    expect((await world.deliveries(endpointId))[0]).toMatchObject({
      ...{ state: 'failed', attempt_count: 8, next_attempt_at: null },
    });
    expect(await retry(8)).toBe('over');
    expect(world.calls).toHaveLength(9);
  });

  it('is delivered by the first attempt that is taken, and the endpoint is sound again', async () => {
    const merchant = await world.merchant();
    const { endpointId } = await world.endpoint(merchant);
    await world.happens(merchant, LEASE, 'lease.approved');
    world.answer = async () => FAILED;
    await world.tellAll();
    const deliveryId = (await world.deliveries(endpointId))[0]?.delivery_id ?? '';
    expect((await world.endpointRow(endpointId)).failing_since).toBe(after(0));

    world.answer = async () => ({ status: 200 });
    expect(await world.retry(deliveryId, 4, after(0, 2_105))).toBe('over');
    expect((await world.deliveries(endpointId))[0]).toMatchObject({ state: 'delivered', attempt_count: 4 });
    expect((await world.endpointRow(endpointId)).failing_since).toBeNull();
  });
});

describe('an endpoint that takes nothing', () => {
  const failOnce = async (at: Instant): Promise<string> => {
    const merchant = await world.merchant();
    const { endpointId } = await world.endpoint(merchant);
    world.answer = async () => FAILED;
    await world.happens(merchant, LEASE, 'lease.approved', 'invoice.submitted');
    await world.tellAll();
    await world.happens(merchant, LEASE, 'lease.contracts');
    world.nowAt = at;
    await world.tellAll();
    return endpointId;
  };

  it('is called for five days, to the second', async () => {
    const endpointId = await failOnce(after(5, -1));
    expect((await world.endpointRow(endpointId)).state).toBe('enabled');
    expect(await statesOf(endpointId)).toEqual(['retrying', 'retrying', 'retrying']);
  });

  it('is disabled after five days, with a notice, a reason its retailer sees, and nothing under way', async () => {
    const endpointId = await failOnce(after(5));
    const { state, disabled_reason, merchant_id } = await world.endpointRow(endpointId);
    const notices = await world.db
      .selectFrom('exceptions')
      .select(['kind', 'merchant_id', 'raised_on'])
      .where('exception_id', 'like', `webhook-disabled:${endpointId}:%`)
      .execute();

    expect([state, disabled_reason]).toEqual(['disabled', 'failing_for_days']);
    expect(notices).toEqual([{ kind: 'webhook_disabled', merchant_id, raised_on: '2026-11-30' }]);
    expect(await statesOf(endpointId)).toEqual(['failed', 'failed', 'failed']);
    const callCount = world.calls.length;
    await world.happens(merchant_id, LEASE, 'agreement.signed');
    await world.tellAll();
    expect(world.calls).toHaveLength(callCount);
  });

  it('counts anew from the last success', async () => {
    const merchant = await world.merchant();
    const { endpointId } = await world.endpoint(merchant);
    const day = async (days: number, answer: WebhookAnswer) => {
      world.nowAt = after(days);
      world.answer = async () => answer;
      await world.happens(merchant, LEASE, 'lease.approved');
      await world.tellAll();
      return (await world.endpointRow(endpointId)).state;
    };

    expect(await day(0, FAILED)).toBe('enabled');
    expect(await day(4, { status: 200 })).toBe('enabled');
    expect(await day(6, FAILED)).toBe('enabled');
    expect(await day(10, FAILED)).toBe('enabled');
    expect(await day(11, FAILED)).toBe('disabled');
  });

  it('ends a retry that wakes up after it was deleted, without a call', async () => {
    const endpointId = await failOnce(after(1));
    await world.db.transaction().execute((trx) => updateEndpoint(trx, endpointId, { state: 'deleted' }));
    const callCount = world.calls.length;
    const deliveryId = (await world.deliveries(endpointId))[0]?.delivery_id ?? '';
    const { retryWebhook } = webhookActivities(world.deps);

    expect(await retryWebhook({ deliveryId, attempt: 2, at: after(1) })).toBe('over');
    expect(world.calls).toHaveLength(callCount);
  });
});
