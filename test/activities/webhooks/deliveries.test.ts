import { Webhook } from 'standardwebhooks';
import type { WebhookAnswer } from '../../../activities/webhooks/post';
import { replaySince } from '../../../db/webhook-deliveries';
import { type Instant, instant } from '../../../domain/calendar-date';
import { updateEndpoint } from '../../../db/webhook-endpoints';
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

/** An answer that waits until the test lets it come. */
function held(): { answer: () => Promise<WebhookAnswer>; release: (answer: WebhookAnswer) => void } {
  let release: (answer: WebhookAnswer) => void = () => undefined;
  const answered = new Promise<WebhookAnswer>((resolve) => (release = resolve));
  return { answer: () => answered, release: (answer) => release(answer) };
}

describe('an event', () => {
  it('goes to every endpoint of its retailer that picked its type or all, and to nobody else', async () => {
    const [merchant, other] = [await world.merchant(), await world.merchant()];
    const all = await world.endpoint(merchant);
    const some = await world.endpoint(merchant, ['lease.funded', 'funding.paid']);
    const others = await world.endpoint(other);
    const disabled = await world.endpoint(merchant);
    const [approved, funded] = await world.happens(merchant, LEASE, 'lease.approved', 'lease.funded');
    await world.db.transaction().execute((trx) => updateEndpoint(trx, disabled.endpointId, { state: 'disabled' }));
    await world.tellAll();

    const toldTo = (id: string) => world.told().filter((line) => line.startsWith(`${id} `));
    expect(toldTo(all.endpointId)).toEqual([`${all.endpointId} ${approved}`, `${all.endpointId} ${funded}`]);
    expect(toldTo(some.endpointId)).toEqual([`${some.endpointId} ${funded}`]);
    expect([...toldTo(others.endpointId), ...toldTo(disabled.endpointId)]).toEqual([]);
    expect(await statesOf(all.endpointId)).toEqual(['delivered', 'delivered']);
    expect([await statesOf(others.endpointId), await statesOf(disabled.endpointId)]).toEqual([[], []]);
  });

  it('is told as the contract says, signed for the endpoint, and in the same bytes at every attempt', async () => {
    const merchant = await world.merchant();
    const { endpointId, secret } = await world.endpoint(merchant);
    const [eventId] = await world.happens(merchant, LEASE, 'invoice.submitted');
    world.answer = async () => FAILED;
    await world.tellAll();
    const [delivery] = await world.deliveries(endpointId);
    await world.retry(delivery?.delivery_id ?? '', 2, after(0, 5));

    const [first, second] = world.calls;
    expect(new Webhook(secret).verify(first?.body ?? '', first?.headers ?? {})).toEqual({
      ...{ id: eventId, type: 'invoice.submitted', sequence: 1, at: after(0), merchantId: merchant, leaseId: LEASE },
      data: { round: 1 },
    });
    expect(second?.body).toBe(first?.body);
    expect(second?.headers['webhook-id']).toBe(eventId);
  });

  it('is signed with the secret before as well, until its day is over', async () => {
    const merchant = await world.merchant();
    const { endpointId, secret } = await world.endpoint(merchant);
    const previous = world.cipher.seal(secret, {
      table: 'webhook_endpoints',
      column: 'previous_secret',
      id: endpointId,
    });
    const signatures = async (previousUntil: number): Promise<number> => {
      const until = instant(previousUntil);
      await world.db
        .transaction()
        .execute((trx) => updateEndpoint(trx, endpointId, { previous_secret: previous, previous_secret_until: until }));
      await world.happens(merchant, LEASE, 'lease.approved');
      await world.tellAll();
      return world.calls.at(-1)?.headers['webhook-signature']?.split(' ').length ?? 0;
    };

    expect(await signatures(Date.now() + 60_000)).toBe(2);
    expect(await signatures(Date.now() - 60_000)).toBe(1);
  });

  it('is sent again, under the same ID, when the worker dies between the call and the record', async () => {
    const merchant = await world.merchant();
    const { endpointId } = await world.endpoint(merchant);
    const [eventId] = await world.happens(merchant, LEASE, 'lease.approved');
    await world.relay();
    const never = held();
    world.answer = never.answer;
    await world.sender().sendDue();

    world.answer = async () => ({ status: 204 });
    expect(await world.sender().sendDue()).toBe(0);
    await world.claimsEnd();
    await world.tellAll();
    expect(world.told()).toEqual([`${endpointId} ${eventId}`, `${endpointId} ${eventId}`]);
    never.release({ status: 204 });
  });
});

describe('the order of a lease', () => {
  it('is kept: no first attempt begins before that of the event before has ended, whatever came of it', async () => {
    const merchant = await world.merchant();
    await world.endpoint(merchant);
    const ids = await world.happens(merchant, LEASE, 'application.submitted', 'lease.approved', 'invoice.submitted');
    const other = await world.happens(merchant, '4821907736', 'application.submitted');
    await world.relay();
    const first = held();
    world.answer = ({ headers }) => (headers['webhook-id'] === ids[0] ? first.answer() : Promise.resolve(FAILED));
    const sender = world.sender();
    const idsTold = () => world.calls.map(({ headers }) => headers['webhook-id']);

    expect(await sender.sendDue()).toBe(2);
    expect(await sender.sendDue()).toBe(0);
    expect(idsTold()).toEqual([ids[0], other[0]]);

    first.release(FAILED);
    await sender.settled();
    while ((await sender.sendDue()) > 0) await sender.settled();
    expect(idsTold()).toEqual([ids[0], other[0], ids[1], ids[2]]);
  });

  it('holds back what is relayed already while an earlier event of the lease is not, unless somebody fails on it', async () => {
    const merchant = await world.merchant();
    const { endpointId } = await world.endpoint(merchant);
    const [early = '', late = ''] = await world.happens(merchant, LEASE, 'lease.approved', 'invoice.submitted');
    await world.relay();
    const setRelayed = (relay_failure_count: number) =>
      world.db
        .updateTable('events')
        .set({ relayed_at: null, claimed_until: after(9_999), relay_failure_count })
        .where('event_id', '=', early)
        .execute();
    await world.db.deleteFrom('webhook_deliveries').where('event_id', '=', early).execute();

    await setRelayed(0);
    expect(await world.sender().sendDue()).toBe(0);
    await setRelayed(1);
    expect(await world.sender().sendDue()).toBe(1);
    await world.tellAll();
    expect(world.told()).toEqual([`${endpointId} ${late}`]);
    await world.db
      .updateTable('events')
      .set({ relayed_at: after(0) })
      .where('event_id', '=', early)
      .execute();
  });
});

describe('a receiver that hangs', () => {
  it('holds up its own events only, and with twenty endpoints no other retailer', async () => {
    const [slow, quick] = [await world.merchant(), await world.merchant()];
    const endpoints = await Promise.all(Array.from({ length: 20 }, () => world.endpoint(slow)));
    const sound = await world.endpoint(quick);
    for (let lease = 0; lease < 6; lease += 1) await world.happens(slow, String(1_000_000 + lease), 'lease.approved');
    await world.happens(quick, LEASE, 'lease.approved');
    await world.relay();
    const never = held();
    world.answer = ({ url }) => (url.includes(sound.endpointId) ? Promise.resolve({ status: 204 }) : never.answer());
    const sender = world.sender();
    await sender.sendDue();
    await sender.sendDue();

    const hanging = world.told().filter((line) => !line.startsWith(sound.endpointId));
    const most = Math.max(
      ...endpoints.map(({ endpointId }) => hanging.filter((line) => line.startsWith(`${endpointId} `)).length),
    );
    expect([hanging.length, most <= 4]).toEqual([16, true]);
    expect(world.told().filter((line) => line.startsWith(sound.endpointId))).toHaveLength(1);
    never.release({ status: 204 });
    await sender.settled();
    await world.tellAll();
  });
});

describe('a replay', () => {
  it('tells everything since an instant again, in order, under the first IDs, also what was told to nobody', async () => {
    const merchant = await world.merchant();
    const { endpointId } = await world.endpoint(merchant, ['lease.approved', 'lease.contracts']);
    const told = await world.happens(merchant, LEASE, 'lease.approved', 'invoice.submitted');
    await world.tellAll();
    await world.db.transaction().execute((trx) => updateEndpoint(trx, endpointId, { state: 'disabled' }));
    const missed = await world.happens(merchant, LEASE, 'lease.contracts');
    await world.tellAll();
    await world.db.transaction().execute((trx) => updateEndpoint(trx, endpointId, { state: 'enabled' }));
    const since = (at: Instant) => world.db.transaction().execute((trx) => replaySince(trx, endpointId, at));

    expect(await since(after(9_999))).toBe(0);
    expect(await since(after(-1))).toBe(2);
    await world.tellAll();
    expect(world.told()).toEqual([told[0], told[0], missed[0]].map((id) => `${endpointId} ${id}`));
  });

  it('takes for "since" what happened then, and what was recorded then though it happened before', async () => {
    const merchant = await world.merchant();
    const { endpointId } = await world.endpoint(merchant);
    const [early = '', late = ''] = await world.happens(merchant, LEASE, 'lease.approved', 'funding.paid');
    const place = (id: string, at: Instant, recorded_at: Instant) =>
      world.db.updateTable('events').set({ at, recorded_at }).where('event_id', '=', id).execute();
    await place(early, after(1), after(-9));
    await place(late, after(-9), after(1));
    const since = (at: Instant) => world.db.transaction().execute((trx) => replaySince(trx, endpointId, at));

    expect([await since(after(1)), await since(after(1, 1))]).toEqual([2, 0]);
    await world.tellAll();
  });
});
