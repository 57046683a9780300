import fc from 'fast-check';
import type { Recording } from '../../domain/lease/recording';
import { ActivityWorld, type WorldLease } from './activity-world';
import { assertBooks } from './assert-books';
import type { LedgerDatabase } from './ledger-database';
import { traceOf } from './lease-trace';

/** Batches of the steps 1..n as a confused worker may bring them: overlapping, again, late; never ahead of what is missing. */
const confusion = (stepCount: number) =>
  fc
    .array(fc.tuple(fc.nat(stepCount), fc.nat(stepCount)), { maxLength: 12 })
    .map((cuts) => [...cuts, [0, stepCount] as const].map(([from, to]) => [Math.min(from, to), Math.max(from, to)]));

/** What must hold of the one activity that writes a lease down, on every PostgreSQL. */
export function describeRecording(engine: string, open: () => Promise<LedgerDatabase>): void {
  describe(`recording a lease on ${engine}`, () => {
    let world: ActivityWorld;
    beforeAll(async () => {
      world = await ActivityWorld.open(await open());
    }, 60_000);
    afterAll(() => world.close());

    /** Applied, invoiced twice, refused once, signed and paid: every kind of step, none of it in SQL. */
    async function longStory(): Promise<{ lease: WorldLease; steps: Recording[] }> {
      const lease = await (await (await (await world.applied()).approve()).invoice()).deliver();
      await lease.invoice();
      return { lease, steps: lease.diary.batch() };
    }

    const record = (lease: WorldLease, recordings: Recording[]) =>
      world.run('recordLease', { leaseId: lease.leaseId, recordings });

    it('comes to the same end however batches overlap, repeat and come late', async () => {
      const calm = await longStory();
      const answer = await record(calm.lease, calm.steps);
      const expected = await traceOf(world, calm.lease.leaseId);
      expect(calm.steps.length).toBe(4);

      await fc.assert(
        fc.asyncProperty(confusion(calm.steps.length), async (cuts) => {
          const { lease, steps } = await longStory();
          let writtenCount = 0;
          for (const [from = 0, to = 0] of cuts) {
            // A Workflow never sends a step before it knows that the one before is written.
            if (from > writtenCount || from === to) continue;
            await record(lease, steps.slice(from, to));
            writtenCount = Math.max(writtenCount, to);
          }
          const again = await record(lease, steps);
          expect(again.agreement?.round).toBe(answer.agreement?.round);
          expect(await traceOf(world, lease.leaseId)).toEqual(expected);
        }),
        { numRuns: 15 },
      );
    }, 60_000);

    it('does not interleave two recorders of one lease, whoever is first', async () => {
      const calm = await longStory();
      await record(calm.lease, calm.steps);
      const expected = await traceOf(world, calm.lease.leaseId);
      for (let round = 0; round < 5; round += 1) {
        const { lease, steps } = await longStory();
        const recorders = [steps, steps.slice(0, 2), steps, steps.slice(0, 3)].map((batch) => record(lease, batch));
        await expect(Promise.all(recorders)).resolves.toHaveLength(4);
        expect(await traceOf(world, lease.leaseId)).toEqual(expected);
      }
    }, 60_000);

    it('numbers the timeline without a gap', async () => {
      const { lease, steps } = await longStory();
      await record(lease, steps.slice(0, 2));
      await record(lease, steps);
      const lines = await world.db
        .selectFrom('timeline')
        .select(['sequence', 'type'])
        .where('lease_id', '=', lease.leaseId)
        .orderBy('sequence')
        .execute();
      expect(lines.map(({ sequence }) => sequence)).toEqual(lines.map((_, index) => index + 1));
      expect(lines.map(({ type }) => type)).toEqual([
        'application.submitted',
        'lease.approved',
        'invoice.submitted',
        'lease.contracts',
        'command.refused',
        'invoice.replaced',
      ]);
    });

    it('leaves books that hold', () => assertBooks(world.db));
  });
}
