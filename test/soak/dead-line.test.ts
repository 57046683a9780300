import { removeTemporaryFolders } from '../local/temporary-folder';
import { assertEnding, Lives } from '../support/fault-lives';
import { FaultSystem } from '../support/fault-system';
import { StubbornRetailer } from '../support/stubborn-retailer';

let system: FaultSystem;
beforeAll(async () => {
  system = await FaultSystem.start();
}, 120_000);
afterAll(async () => {
  await system.stop();
  removeTemporaryFolders();
});

/** Nobody breaks the dead lines: worker and API must find out by themselves, by keep-alive, and connect anew. */
it.each(['database', 'temporal'] as const)(
  'a line to the %s that died without a word is given up by worker and API, and replaced',
  async (store) => {
    const retailer = new StubbornRetailer();
    const lives = new Lives(system.sandbox, retailer);
    await lives.live('delivered');
    system.wire(store).silence();
    expect((await system.sandbox.nobody.get('/readyz')).status).toBe(503);
    system.wire(store).speak();
    await system.untilReady();
    await assertEnding(system.db, await lives.live('againAndDelivered'), 'againAndDelivered');
    await system.assertBooksAtRest();
    await retailer.assertAllKept();
  },
  300_000,
);
