import { Client } from '@temporalio/client';
import { leaseCommands } from '../../../api/commands/lease-commands';
import { VerdictWaiter } from '../../../api/commands/verdict-waiter';
import type { Caller } from '../../../api/ports';
import { calendarDate } from '../../../domain/calendar-date';
import { cents } from '../../../domain/cents';
import type { Report } from '../../../domain/lease/reports';
import { ActivityWorld, NOW, type WorldLease } from '../../support/activity-world';
import { embeddedLedger } from '../../support/ledger-database';

let world: ActivityWorld;
let lease: WorldLease;
beforeAll(async () => {
  world = await ActivityWorld.open(await embeddedLedger());
  lease = await world.applied();
}, 60_000);
afterAll(() => world.close());

/** What reaches the lease, and how long its verdict is waited for. */
async function sent(report: Report, body: object, idempotencyKey = `key of ${report.event}`) {
  const signals: [string, object][] = [];
  const waits: number[] = [];
  const handle = { signal: async (name: string, payload: object) => void signals.push([name, payload]) };
  const temporal = Object.defineProperties(Object.create(Client.prototype) as Client, {
    workflow: { value: { getHandle: () => handle } },
    withDeadline: { value: (_until: number, calls: () => unknown) => calls() },
  });
  const waiter = new VerdictWaiter(world.db);
  jest.spyOn(waiter, 'verdict').mockImplementation(async (_id, waitMs) => (waits.push(waitMs), undefined));
  const { merchantId, leaseId } = lease.diary.lease.origin;
  const caller: Caller = { keyId: 'key_1', kind: 'retailer', merchantId, scopes: ['leases:write'] };
  const { submit } = leaseCommands({ db: world.db, cipher: world.cipher, temporal, waiter });
  const about = { caller, leaseId, requestId: 'req-1', operationId: report.event };
  const answer = await submit({ ...about, idempotencyKey, body, report });
  return { answer, waits, signals };
}

const dated = { event: 'returnSubmitted', returnedOn: calendarDate('2026-11-24') } as const;

describe('a report on its way to the lease', () => {
  it.each([
    [{ event: 'paymentSubmitted' }, { amountCents: 5_000, cardToken: 'tok_secret' }, 15_000],
    [{ event: 'purchaseAccepted', quoteId: 'QTE-1' }, { quoteId: 'QTE-1', cardToken: 'tok_secret' }, 15_000],
    [{ event: 'returnAuthorizationRequested' }, {}, 3_000],
  ] as const)(
    '%j leaves card tokens behind, and waits as long as its verdict may take',
    async (report, body, waitMs) => {
      const { answer, waits, signals } = await sent(report, body);
      expect(answer).toMatchObject({ outcome: 'pending', replayed: false });
      expect(waits).toEqual([waitMs]);
      expect(signals.map(([name]) => name)).toEqual([report.event]);
      expect(JSON.stringify(signals)).not.toContain('tok_secret');
    },
  );

  it('tells of a return how far the daily run is, and nothing while there was none', async () => {
    expect((await sent(dated, {}, 'before any run')).signals[0]?.[1]).not.toHaveProperty('lastRunOn');
    const run = { cut_off_at: NOW, state: 'settled' as const, effective_on: null, released_by: null };
    for (const day of ['2027-02-01', '2027-03-01', '2027-02-15']) {
      const business_on = calendarDate(day);
      const row = { run_id: `FRUN-${day}`, business_on, paid_cents: cents(0), ...run };
      await world.db.insertInto('funding_runs').values(row).execute();
    }
    expect((await sent(dated, {}, 'after some runs')).signals[0]?.[1]).toMatchObject({ lastRunOn: '2027-03-01' });
  });
});
