import { ERRANDS } from './activity-errands';
import { ActivityWorld } from './activity-world';

import { assertBooks } from './assert-books';
import { Killer, killPoints } from './kill-point';
import type { LedgerDatabase } from './ledger-database';
import { traceOf } from './lease-trace';

/** What must hold of every activity on every PostgreSQL: a run that is killed is a run that can be repeated. */
export function describeActivities(engine: string, open: () => Promise<LedgerDatabase>): void {
  describe(`activities on ${engine}`, () => {
    let world: ActivityWorld;
    beforeAll(async () => {
      world = await ActivityWorld.open(await open());
    }, 60_000);
    afterAll(() => world.close());

    it.each(Object.entries(ERRANDS))(
      '%s, killed at any step and repeated, gives the answer and leaves the trace of one calm run',
      async (_what, prepare) => {
        const calm = await prepare(world);
        const counter = new Killer();
        const answer = await world.run(calm.name, calm.input, counter);
        await calm.finish?.();
        const calmRun = { answer: shapeOf(answer), trace: await traceOf(world, calm.lease.leaseId) };
        expect(counter.stepCount).toBeGreaterThan(0);

        for (const point of killPoints(counter.stepCount)) {
          const errand = await prepare(world);
          await expect(world.run(errand.name, errand.input, new Killer(point))).rejects.toThrow();
          const repeated = await world.run(errand.name, errand.input);
          await errand.finish?.();
          const trace = await traceOf(world, errand.lease.leaseId);
          expect({ point, answer: shapeOf(repeated), trace }).toEqual({ point, ...calmRun });
        }
      },
      60_000,
    );

    it('leave books that hold after all of this', () => assertBooks(world.db));
  });
}

/** An answer without the names that differ from lease to lease. */
function shapeOf(answer: unknown): string {
  return JSON.stringify(answer ?? null)
    .replaceAll(/\b1\d{9}\b/g, 'LEASE')
    .replaceAll(/[0-9a-f]{64}/g, 'HASH');
}
