import type { EventListener } from '../../db/relayed-events';
import { embeddedLedger } from '../support/ledger-database';
import { after, WebhookWorld } from '../support/webhook-world';

let world: WebhookWorld;
beforeAll(async () => {
  world = new WebhookWorld(await embeddedLedger());
}, 60_000);
afterAll(() => world.close());
// What a test leaves behind is nobody else's event.
afterEach(async () => {
  await world.db
    .updateTable('events')
    .set({ relayed_at: after(0) })
    .execute();
});

const LEASE = '4821907735';

/** Keeps what it hears, and fails on some. */
function listener(failsOn: readonly string[] = []): EventListener & { heard: string[] } {
  const heard: string[] = [];
  const listen = async (events: Parameters<EventListener>[0]) => {
    const poison = events.find(({ eventId }) => failsOn.includes(eventId));
    if (poison) throw new Error(`cannot read ${poison.eventId}`);
    heard.push(...events.map(({ eventId }) => eventId));
  };
  return Object.assign(listen, { heard });
}

async function eventRow(id: string) {
  return await world.db.selectFrom('events').selectAll().where('event_id', '=', id).executeTakeFirstOrThrow();
}

describe('the relay', () => {
  it('hands every event to everyone who listens, once and in order of recording', async () => {
    const merchant = await world.merchant();
    const ids = await world.happens(merchant, LEASE, 'application.submitted', 'lease.approved', 'invoice.submitted');
    const [one, other] = [listener(), listener()];

    expect(await world.relay(one, other)).toBe(3);
    expect(await world.relay(one, other)).toBe(0);
    expect([one.heard, other.heard]).toEqual([ids, ids]);
  });

  it('leaves to another worker what it has claimed, and hands it over again when it died on the way', async () => {
    const merchant = await world.merchant();
    const ids = await world.happens(merchant, LEASE, 'lease.approved');
    const dying: EventListener = () => new Promise(() => undefined);
    void world.relay(dying);
    await untilClaimed(ids);
    const next = listener();

    expect(await world.relay(next)).toBe(0);
    await world.claimsEnd();
    expect(await world.relay(next)).toBe(1);
    expect(next.heard).toEqual(ids);
  });

  it('tells of every other event when somebody fails on one, and everybody else of that one too', async () => {
    const merchant = await world.merchant();
    const { endpointId } = await world.endpoint(merchant);
    const ids = await world.happens(merchant, LEASE, 'lease.approved', 'invoice.submitted', 'lease.contracts');
    const [, poison = ''] = ids;
    const letters = listener([poison]);
    await world.relay(letters);

    expect(letters.heard).toEqual(ids.filter((id) => id !== poison));
    expect((await world.deliveries(endpointId)).map((row) => row.event_id)).toEqual(ids);
    expect((await eventRow(poison)).relayed_at).toBeNull();
    expect(world.failures.at(-1)).toBe(`${poison}: Error: cannot read ${poison}`);
  });

  it('gives an event up after five failures, shows it to a person, and tells no endpoint twice of it', async () => {
    const merchant = await world.merchant();
    const { endpointId } = await world.endpoint(merchant);
    const [poison = ''] = await world.happens(merchant, LEASE, 'lease.approved');
    for (let count = 0; count < 4; count += 1) {
      expect(await world.relay(listener([poison]))).toBe(1);
      await world.claimsEnd();
    }
    expect((await eventRow(poison)).relayed_at).toBeNull();

    await world.relay(listener([poison]));
    await world.claimsEnd();
    const exceptions = await world.db
      .selectFrom('exceptions')
      .select(['kind', 'lease_id', 'merchant_id'])
      .where('exception_id', '=', `event-unheard:${poison}`)
      .execute();

    expect(await world.relay(listener([poison]))).toBe(0);
    expect(exceptions).toEqual([{ kind: 'event_unheard', lease_id: LEASE, merchant_id: merchant }]);
    expect(await world.deliveries(endpointId)).toHaveLength(1);
  });
});

async function untilClaimed(ids: readonly string[]): Promise<void> {
  for (;;) {
    const rows = await Promise.all(ids.map(eventRow));
    if (rows.every((row) => row.claimed_until !== null)) return;
  }
}
