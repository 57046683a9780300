import { postgresLedger } from '../support/ledger-database';
import { WebhookWorld } from '../support/webhook-world';

let world: WebhookWorld;
beforeAll(async () => {
  world = new WebhookWorld(await postgresLedger());
}, 60_000);
afterAll(() => world.close());

/** More events than one worker claims at once. */
const LEASES = Array.from({ length: 50 }, (_, index) => String(4_821_907_700 + index));
const TYPES = ['application.submitted', 'lease.approved', 'invoice.submitted', 'lease.contracts', 'agreement.signed'];

describe('several workers at once', () => {
  it('call every endpoint once for each event, and keep the order of every lease', async () => {
    const merchant = await world.merchant();
    const endpoints = [await world.endpoint(merchant), await world.endpoint(merchant)];
    for (const type of TYPES) await Promise.all(LEASES.map((lease) => world.happens(merchant, lease, type)));
    const expected = await world.db.selectFrom('events').select(['event_id', 'lease_id']).orderBy('position').execute();
    await Promise.all(Array.from({ length: 4 }, () => world.tellAll()));
    await world.tellAll();

    const told = world.told();
    for (const { endpointId } of endpoints) {
      const ids = told.filter((line) => line.startsWith(`${endpointId} `)).map((line) => line.split(' ')[1]);
      expect(ids.length).toBe(expected.length);
      for (const lease of LEASES) {
        const ofLease = expected.filter(({ lease_id }) => lease_id === lease).map(({ event_id }) => event_id);
        expect(ids.filter((id) => ofLease.includes(id ?? ''))).toEqual(ofLease);
      }
    }
    expect(world.failures).toEqual([]);
  }, 60_000);
});
