import { instant } from '../../domain/calendar-date';
import type { LeaseId } from '../../domain/ids';
import { leaseWorkflowId } from '../../workflows/lease/messages';
import { eventually } from '../local/eventually';
import { removeTemporaryFolders } from '../local/temporary-folder';
import { assertEnding, Lives, timelineOf } from '../support/fault-lives';
import { FaultSystem } from '../support/fault-system';
import { SEEDS, seeded, strikeAfter } from '../support/seeds';
import { StubbornRetailer } from '../support/stubborn-retailer';

let system: FaultSystem;
let lives: Lives;
beforeAll(async () => {
  system = await FaultSystem.start();
  lives = new Lives(system.sandbox, new StubbornRetailer());
}, 120_000);
afterAll(async () => {
  await system.stop();
  removeTemporaryFolders();
});

/** What goes on after the faults; the tests wait for it together, for an activity of the dead is taken up only after its time limit. */
const underway: { name: string; end: Promise<void> }[] = [];

/** Until SQL shows that the point is reached. */
const until = (reached: () => Promise<unknown[]>): Promise<unknown> =>
  eventually(async () => ((await reached()).length > 0 ? true : undefined));

const captureOf = (lease: LeaseId, column: 'outcome' | 'tries') => async () =>
  (
    await system.db
      .selectFrom('sandbox_calls')
      .select(['outcome', 'tries'])
      .where('idempotency_key', 'like', `capture-initial-payment:${lease}:%`)
      .execute()
  ).filter((call) => (column === 'outcome' ? call.outcome : call.tries > 0));

const requestOf = (lease: LeaseId) => () =>
  system.db
    .selectFrom('requests')
    .select('message_id')
    .where('lease_id', '=', lease)
    .where('operation_id', '=', 'submitInvoiceInformation')
    .execute();

const historyLength = async (lease: LeaseId): Promise<number> =>
  (await system.temporal.workflow.getHandle(leaseWorkflowId(lease)).describe()).historyLength;

/** The rest of a life that a fault has hit, and what must be true of it then. */
async function invoiceThenLive(lease: LeaseId, signing: Promise<string>): Promise<void> {
  await lives.sign(await signing);
  await lives.deliver(lease);
  await assertEnding(system.db, lease, 'delivered');
}

describe.each(SEEDS)('kill -9, seed %i, of the', (seed) => {
  const { delayMs } = seeded(seed, 40);

  it('worker between a Signal and its verdict', async () => {
    const lease = await lives.approved();
    const before = await historyLength(lease);
    system.freeze('worker');
    const signing = lives.invoice(lease);
    await eventually(async () => ((await historyLength(lease)) > before ? true : undefined));
    await strikeAfter(delayMs);
    await system.kill('worker');
    underway.push({ name: 'verdict', end: invoiceThenLive(lease, signing) });
  });

  it('worker during the capture of the initial payment', async () => {
    const lease = await lives.approved();
    // Seed 1 strikes between two tries of an unreachable processor, the others when the money is taken and nobody knows.
    const cardToken = seed === 1 ? 'tok_error' : 'tok_ok';
    const signed = lives.sign(await lives.invoice(lease), cardToken);
    await until(captureOf(lease, seed === 1 ? 'tries' : 'outcome'));
    await system.kill('worker');
    const end = signed.then(() => lives.deliver(lease)).then(() => assertEnding(system.db, lease, 'delivered'));
    underway.push({ name: 'capture', end });
  });

  it('worker during the funding of a lease', async () => {
    const lease = await lives.accepted();
    const delivered = lives.deliver(lease);
    await until(() =>
      system.db.selectFrom('scheduled_payments').select('number').where('lease_id', '=', lease).execute(),
    );
    await system.kill('worker');
    underway.push({ name: 'funding', end: delivered.then(() => assertEnding(system.db, lease, 'delivered')) });
  });

  it('worker while the sandbox clock moves past a deadline', async () => {
    const lease = await lives.approved();
    await lives.invoice(lease);
    const { body } = await lives.retailer.get(system.sandbox.bestsofa, `/v1/leases/${lease}`);
    const advanceTo = instant(Date.parse(body.contractsExpireAt) + 60_000);
    // A worker that dies before the clock has moved leaves it where it was (503): the caller asks again until it is there.
    const moved = eventually(async () => {
      const answer = await system.sandbox.bestsofa
        .post(`/v1/sandbox/leases/${lease}/clock`, { advanceTo })
        .catch(() => undefined);
      return answer && answer.status < 500 ? true : undefined;
    });
    await strikeAfter(delayMs);
    await system.kill('worker');
    const expired = eventually(async () => {
      const now = await lives.retailer.get(system.sandbox.bestsofa, `/v1/leases/${lease}`);
      return now.body.status === 'contracts_expired' ? true : undefined;
    });
    const end = Promise.all([moved, expired]).then(async () => {
      // Warnings that nobody could give in time are given as one.
      const since = (await timelineOf(system.db, lease)).slice(3);
      expect(since.join(' ')).toMatch(/^lease\.contracts( contract\.expiring){1,3} lease\.contracts_expired$/);
    });
    underway.push({ name: 'clock', end });
  });

  it('API between keeping a request and its Signal', async () => {
    const lease = await lives.approved();
    system.freeze('temporal');
    const signing = lives.invoice(lease);
    await until(requestOf(lease));
    await strikeAfter(delayMs);
    await system.kill('api');
    system.thaw('temporal');
    underway.push({ name: 'kept request', end: invoiceThenLive(lease, signing) });
  });

  it('API after the Signal and before the answer', async () => {
    const lease = await lives.approved();
    const before = await historyLength(lease);
    system.freeze('worker');
    const signing = lives.invoice(lease);
    await eventually(async () => ((await historyLength(lease)) > before ? true : undefined));
    await strikeAfter(delayMs);
    await system.kill('api');
    system.thaw('worker');
    underway.push({ name: 'unanswered', end: invoiceThenLive(lease, signing) });
  });
});

describe('after all of these', () => {
  it('every lease went on by itself to the one ending it should have, nothing twice', async () => {
    expect(underway).toHaveLength(6 * SEEDS.length);
    await Promise.all(underway.map(({ end }) => end));
  }, 150_000);

  it('the books hold, and every Workflow says what SQL says', () => system.assertBooksAtRest(), 60_000);

  it('every answer given is given again to the same key', () => lives.retailer.assertAllKept(), 60_000);
});
