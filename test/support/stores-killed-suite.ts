import { instant } from '../../domain/calendar-date';
import type { LeaseId } from '../../domain/ids';
import { eventually } from '../local/eventually';
import { removeTemporaryFolders } from '../local/temporary-folder';
import { expectStatus } from './e2e-leases';
import { assertEnding, type Ending, ENDINGS, Lives } from './fault-lives';
import { FaultSystem } from './fault-system';
import { seeded, strikeAfter } from './seeds';
import { StubbornRetailer } from './stubborn-retailer';

const STORES = ['temporal', 'database'] as const;
const NAMES = Object.keys(ENDINGS) as Ending[];
/** Each life takes its seconds: so many of them keep commands coming while a store is killed and comes back. */
const LIVES_COUNT = 6;

/** Lives until told to stop, one after the other, so that commands come all the time. */
async function stream(lives: Lives, isOver: () => boolean): Promise<{ lease: LeaseId; ending: Ending }[]> {
  const done: { lease: LeaseId; ending: Ending }[] = [];
  for (let turn = 0; !isOver() || turn === 0; turn += 1) {
    const ending = NAMES[turn % NAMES.length] ?? 'delivered';
    done.push({ lease: await lives.live(ending), ending });
  }
  return done;
}

/** Both stores killed under load, once for each seed. */
export function describeStoresKilled(seeds: readonly number[]): void {
  let system: FaultSystem;
  beforeAll(async () => {
    system = await FaultSystem.start();
  }, 120_000);
  afterAll(async () => {
    await system.stop();
    removeTemporaryFolders();
  });

  describe.each(STORES)('kill -9 of the %s under a stream of commands', (store) => {
    it(
      `loses no acknowledged command and doubles none, seeds ${seeds.join(', ')}`,
      async () => {
        const retailer = new StubbornRetailer();
        const lives = new Lives(system.sandbox, retailer);
        let isOver = false;
        const streams = Array.from({ length: LIVES_COUNT }, () => stream(lives, () => isOver));
        for (const seed of seeds) {
          const { delayMs } = seeded(seed);
          await strikeAfter(delayMs);
          await system.kill(store);
          await system.untilReady();
        }
        isOver = true;
        const done = (await Promise.all(streams)).flat();
        await system.assertBooksAtRest();
        for (const { lease, ending } of done) await assertEnding(system.db, lease, ending);
        await retailer.assertAllKept();
        expect(done.length).toBeGreaterThanOrEqual(LIVES_COUNT);
      },
      60_000 + seeds.length * 30_000,
    );

    it(
      'does not lose a deadline that passed while it was gone',
      async () => {
        const lives = new Lives(system.sandbox, new StubbornRetailer());
        const lease = await lives.approved();
        await lives.invoice(lease);
        const { body } = await lives.retailer.get(system.sandbox.bestsofa, `/v1/leases/${lease}`);
        const deadlineAtMs = Date.parse(body.contractsExpireAt);
        const advanceTo = instant(deadlineAtMs - 3_000);
        const clock = `/v1/sandbox/leases/${lease}/clock`;
        expectStatus(await system.sandbox.bestsofa.post(clock, { advanceTo }), 200);
        const askedAtMs = Date.now();
        await system.takeAway(store);
        expect((await system.sandbox.nobody.get('/readyz')).status).toBe(503);
        await eventually(() => (Date.now() - askedAtMs > 3_000 ? true : undefined));
        system.letBack(store);
        await eventually(async () => {
          const now = await lives.retailer.get(system.sandbox.bestsofa, `/v1/leases/${lease}`);
          return now.body.status === 'contracts_expired' ? true : undefined;
        });
        await system.assertBooksAtRest();
      },
      60_000 + seeds.length * 30_000,
    );
  });
}
