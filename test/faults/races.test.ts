import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { LeaseId } from '../../domain/ids';
import { leaseWorkflowId } from '../../workflows/lease/messages';
import { eventually } from '../local/eventually';
import { removeTemporaryFolders } from '../local/temporary-folder';
import type { Answer } from '../support/e2e-client';
import { todayIn } from '../support/e2e-dates';
import { invoiceBody } from '../support/e2e-leases';
import { assertEnding, Lives, timelineOf } from '../support/fault-lives';
import { FaultSystem } from '../support/fault-system';
import { StubbornRetailer } from '../support/stubborn-retailer';

const LEASES_COUNT = 30;

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

const count = <Item>(items: readonly Item[], is: (item: Item) => boolean): number => items.filter(is).length;

async function acceptedLeases(leasesCount: number): Promise<LeaseId[]> {
  return await Promise.all(Array.from({ length: leasesCount }, () => lives.accepted()));
}

describe('cancel and deliver in the same second', () => {
  it(`end in exactly one of the two, on each of ${LEASES_COUNT} leases, and the ledger agrees`, async () => {
    const leases = await acceptedLeases(LEASES_COUNT);
    // Every other lease hears of the delivery first, so that both orders come about.
    const races = await Promise.all(
      leases.map(async (lease, index) => {
        const acts = [() => lives.cancel(lease), () => lives.deliver(lease)];
        const started = (index % 2 === 0 ? acts : acts.reverse()).map((act) => act());
        const answers = await Promise.all(started);
        return { lease, cancelled: answers[index % 2], delivered: answers[1 - (index % 2)] };
      }),
    );
    await system.assertBooksAtRest();
    for (const { lease, cancelled, delivered } of races) {
      const isFunded = delivered?.status === 200;
      const loser = isFunded ? cancelled : delivered;
      expect({ lease, statuses: [cancelled?.status, delivered?.status] }).toEqual({
        lease,
        statuses: isFunded ? [409, 200] : [200, 409],
      });
      // Too early for the other's errand to be done, or after it: refused either way, and said by its own code.
      expect(loser?.body.code).toBe(isFunded ? 'ILLEGAL_TRANSITION' : 'NOT_OK_TO_DELIVER');
      const timeline = await timelineOf(system.db, lease);
      expect(count(timeline, (type) => type === 'command.refused')).toBe(1);
      const won = timeline.filter((type) => ['contract.cancelled', 'delivery.confirmed'].includes(type));
      expect(won).toEqual([isFunded ? 'delivery.confirmed' : 'contract.cancelled']);
      expect(timeline.includes('funding.payable')).toBe(isFunded);
      expect(timeline.includes('initial_payment.refunded')).toBe(!isFunded);
      expect(await kindsOf(lease)).toEqual(
        isFunded
          ? ['InitialPaymentCaptured', 'LeaseOpened', 'MerchantFunded']
          : ['InitialPaymentCaptured', 'InitialPaymentRefunded'],
      );
    }
    const fundedCount = count(races, ({ delivered }) => delivered?.status === 200);
    expect(fundedCount).toBeGreaterThan(0);
    expect(fundedCount).toBeLessThan(LEASES_COUNT);
  }, 120_000);
});

async function kindsOf(lease: LeaseId): Promise<string[]> {
  const { rows } = await sql<{ kind: string }>`
    SELECT kind FROM journal_entries WHERE lease_id = ${lease} ORDER BY kind`.execute(system.db);
  return rows.map(({ kind }) => kind);
}

describe('one delivery confirmed five times at once', () => {
  it('with five keys funds once; the other four are told that it is done', async () => {
    const lease = await lives.accepted();
    const answers = await Promise.all(Array.from({ length: 5 }, () => lives.deliver(lease)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
    await system.assertBooksAtRest();
    expect(await kindsOf(lease)).toEqual(['InitialPaymentCaptured', 'LeaseOpened', 'MerchantFunded']);
    expect(count(await timelineOf(system.db, lease), (type) => type === 'command.refused')).toBe(4);
  }, 60_000);

  it('with one key is one confirmation, answered five times', async () => {
    const lease = await lives.accepted();
    const { bestsofa } = system.sandbox;
    const path = `/v1/leases/${lease}/delivery-confirmation`;
    const body = { deliveredOn: todayIn('America/Chicago') };
    const idempotencyKey = randomUUID();
    const once = (): Promise<Answer> => bestsofa.send('POST', path, { body, idempotencyKey });
    const answers = await Promise.all(Array.from({ length: 5 }, once));
    expect(answers.map(({ status, body: answered }) => ({ status, answered }))).toEqual(
      answers.map(() => ({ status: 200, answered: answers[0]?.body })),
    );
    await system.assertBooksAtRest();
    await assertEnding(system.db, lease, 'delivered');
  }, 60_000);
});

describe('poison on one lease', () => {
  /** What an operator sees in the Web UI under Pending Activities. */
  const pendingFailure = async (lease: LeaseId): Promise<string | undefined> => {
    const { raw } = await system.temporal.workflow.getHandle(leaseWorkflowId(lease)).describe();
    return raw.pendingActivities?.find(({ lastFailure }) => lastFailure)?.lastFailure?.message ?? undefined;
  };

  it('in its request row stops that lease, with a reason to see, and no other; mended, it goes on', async () => {
    const { bestsofa } = system.sandbox;
    const poisoned = await lives.approved();
    await system.takeAway('worker');
    const body = invoiceBody();
    const idempotencyKey = randomUUID();
    await bestsofa.sendOnce('POST', `/v1/leases/${poisoned}/invoice`, { body, idempotencyKey });
    const row = () =>
      system.db
        .selectFrom('requests')
        .select('body')
        .where('lease_id', '=', poisoned)
        .where('operation_id', '=', 'submitInvoiceInformation')
        .executeTakeFirstOrThrow();
    const sound = (await row()).body;
    const write = (content: Buffer) =>
      system.db
        .updateTable('requests')
        .set({ body: content })
        .where('lease_id', '=', poisoned)
        .where('operation_id', '=', 'submitInvoiceInformation')
        .execute();
    await write(Buffer.from('not what was sealed'));
    system.letBack('worker');

    // A try that went to the worker that was taken away shows as a time limit first.
    const reason = await eventually(async () => {
      const shown = await pendingFailure(poisoned);
      return shown?.startsWith('recordLease failed: ') ? shown : undefined;
    });
    expect(reason).toMatch(/^recordLease failed: \w*CipherError/);
    expect(reason).not.toContain('sealed');
    await assertEnding(system.db, await lives.live('delivered'), 'delivered');
    const waiting = await bestsofa.sendOnce('POST', `/v1/leases/${poisoned}/invoice`, { body, idempotencyKey });
    expect(waiting.status).toBe(202);

    await write(sound);
    const answer = await bestsofa.send('POST', `/v1/leases/${poisoned}/invoice`, { body, idempotencyKey });
    expect(answer.body).toMatchObject({ leaseId: poisoned, status: 'contracts' });
  }, 120_000);

  it('as an unknown Signal, a Signal of nonsense, or a huge one, is ignored; the lease and others go on', async () => {
    const lease = await lives.accepted();
    const handle = system.temporal.workflow.getHandle(leaseWorkflowId(lease));
    await handle.signal('noSuchFact', { messageId: 'msg_x' });
    await handle.signal('deliveryConfirmed', 'nonsense');
    await handle.signal('deliveryConfirmed');
    const by = { messageId: 'msg_hand', requestId: 'req_hand', actor: 'operator', channel: 'web-ui' };
    await handle.signal('invoiceSubmitted', by);
    await handle.signal('deliveryConfirmed', by);
    await handle.signal('deliveryConfirmed', { ...by, deliveredOn: 'today', lines: [null] });
    await handle.signal('contractCancelled', { messageId: 7, filler: 'x'.repeat(1_500_000) });
    await handle.signal('noSuchFact', 'x'.repeat(1_500_000));
    expect((await lives.deliver(lease)).status).toBe(200);
    await assertEnding(system.db, lease, 'delivered');
    await assertEnding(system.db, await lives.live('cancelled'), 'cancelled');
    await system.assertBooksAtRest();
  }, 60_000);
});
