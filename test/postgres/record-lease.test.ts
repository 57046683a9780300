import { sql } from 'kysely';
import { lockLease } from '../../db/leases';
import { ActivityWorld } from '../support/activity-world';
import { postgresLedger } from '../support/ledger-database';
import { traceOf } from '../support/lease-trace';
import { describeRecording } from '../support/recording-suite';

describeRecording('PostgreSQL', postgresLedger);

describe('a recorder of a lease that another is writing', () => {
  let world: ActivityWorld;
  beforeAll(async () => {
    world = await ActivityWorld.open(await postgresLedger());
  });
  afterAll(() => world.close());

  /** Asks the server, so that nothing depends on how fast this machine is; recorders that ended never waited. */
  async function untilWaiting(recorders: Promise<unknown>[]): Promise<void> {
    let endedCount = 0;
    for (const recorder of recorders) void recorder.finally(() => (endedCount += 1));
    for (;;) {
      const { rows } = await sql<{ waiting: number }>`
        SELECT count(*) AS waiting FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock'`.execute(world.db);
      if ((rows[0]?.waiting ?? 0) >= recorders.length) return;
      if (endedCount > 0) throw new Error('a recorder did not wait for the lock');
    }
  }

  it('waits for the lock on its row, and then writes each step once', async () => {
    const calm = await (await world.applied()).approve();
    await calm.record();
    const lease = await (await world.applied()).approve();
    const input = lease.unrecorded();

    const other = await world.db.startTransaction().execute();
    await lockLease(other, lease.leaseId);
    const waiting = [world.run('recordLease', input), world.run('recordLease', input)];
    await untilWaiting(waiting).catch(async (error: unknown) => {
      await other.rollback().execute();
      throw error;
    });
    expect(await world.db.selectFrom('timeline').selectAll().where('lease_id', '=', lease.leaseId).execute()).toEqual(
      [],
    );
    await other.commit().execute();

    await Promise.all(waiting);
    expect(await traceOf(world, lease.leaseId)).toEqual(await traceOf(world, calm.leaseId));
  });

  it('does not wait for the recorder of another lease', async () => {
    const busy = await (await world.applied()).approve();
    const free = await (await world.applied()).approve();
    const other = await world.db.startTransaction().execute();
    await lockLease(other, busy.leaseId);
    await expect(world.run('recordLease', free.unrecorded())).resolves.toEqual({});
    await other.rollback().execute();
  });
});
