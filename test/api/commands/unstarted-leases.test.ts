import { Client, ServiceError } from '@temporalio/client';
import { sql } from 'kysely';
import { startUnstartedLeases } from '../../../api/commands/unstarted-leases';
import { VerdictWaiter } from '../../../api/commands/verdict-waiter';
import type { LeaseApplication } from '../../../workflows/lease/messages';
import { ActivityWorld } from '../../support/activity-world';
import { embeddedLedger } from '../../support/ledger-database';

describe('an application that was kept but never started', () => {
  let world: ActivityWorld;
  beforeEach(async () => void (world = await ActivityWorld.open(await embeddedLedger())));
  afterEach(() => world.close());

  /** Temporal as far as starting goes; `isAway` makes every call fail as an unreachable service does. */
  function temporal(isAway = false) {
    const started: { workflowId: string; args: [LeaseApplication] }[] = [];
    const start = (_type: string, options: (typeof started)[number]) => {
      if (isAway) return Promise.reject(new ServiceError('no connection'));
      started.push(options);
      return Promise.resolve();
    };
    const withDeadline = (_deadline: number, call: () => unknown) => call();
    const client = Object.defineProperties(Object.create(Client.prototype) as Client, {
      workflow: { value: { start } },
      withDeadline: { value: withDeadline },
    });
    const { db, cipher } = world;
    return { started, deps: { db, cipher, temporal: client, waiter: new VerdictWaiter(db) } };
  }

  async function keptMinutesAgo() {
    const lease = await world.applied();
    await lease.request('submitApplication', {});
    await world.db
      .updateTable('requests')
      .set({ received_at: sql`now() - interval '5 minutes'`, message_id: sql`'apply-' || lease_id` })
      .execute();
    return lease;
  }

  it('is started as if its first request had come through', async () => {
    const { leaseId } = await keptMinutesAgo();
    const { deps, started } = temporal();
    expect(await startUnstartedLeases(deps)).toBe(1);
    expect(started).toMatchObject([
      { workflowId: `lease:${leaseId}`, args: [{ origin: { leaseId }, by: { actor: 'retailer:key_1' } }] },
    ]);
  });

  it('waits for the next round while Temporal is away', async () => {
    await keptMinutesAgo();
    await expect(startUnstartedLeases(temporal(true).deps)).resolves.toBe(1);
    const { deps, started } = temporal();
    await startUnstartedLeases(deps);
    expect(started).toHaveLength(1);
  });

  it('is left to its own request while that is still under way', async () => {
    const lease = await keptMinutesAgo();
    await world.db
      .updateTable('requests')
      .set({ received_at: sql`now()` })
      .execute();
    const { deps, started } = temporal();
    expect(await startUnstartedLeases(deps)).toBe(0);
    expect(started).toEqual([]);
    expect(lease.leaseId).toBeDefined();
  });

  it('is no business of the sweep once its lease has written a line', async () => {
    const { leaseId } = await keptMinutesAgo();
    await world.db.updateTable('leases').set({ version: 1 }).where('lease_id', '=', leaseId).execute();
    expect(await startUnstartedLeases(temporal().deps)).toBe(0);
  });
});
