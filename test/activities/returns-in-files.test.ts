import { proveBooks } from '../../db/books';
import { markReturned, postReturned, undoPayments } from '../../db/returned-entries';
import { calendarDate, type Instant } from '../../domain/calendar-date';
import type { LeaseId } from '../../domain/ids';
import { restCents } from '../../domain/returns/account-payment';
import { embeddedLedger } from '../support/ledger-database';
import { ReturnsWorld } from '../support/returns-world';

let world: ReturnsWorld;
let wholeBefore: LeaseId, wholeWithin: LeaseId, part: LeaseId;

/** Three leases whose first debit, due on 2026-12-04, is in the file of the day before when something comes back. */
beforeAll(async () => {
  world = await ReturnsWorld.open(await embeddedLedger());
  [wholeBefore, wholeWithin, part] = [await world.funded(0), await world.funded(0), await world.funded(0)];
  await day('2026-12-03');
}, 60_000);
afterAll(() => world.close());

/** One banking day's collection run, as its Workflow tells it. */
async function day(businessOn: string): Promise<void> {
  const input = { businessOn: calendarDate(businessOn) };
  await world.world.run('settleCollections', input);
  await world.world.run('chargeDuePayments', input);
  await world.world.run('assessLateFees', input);
  const { runId, hasFile } = await world.world.run('cutCollectionRun', input);
  if (hasFile) await world.world.run('sendCollectionFile', { runId });
}

const entries = async (lease: LeaseId): Promise<string[]> => {
  const rows = await world.db
    .selectFrom('ach_entries')
    .selectAll()
    .where('lease_id', '=', lease)
    .orderBy('trace_number')
    .execute();
  return rows.map((row) => `${row.purpose} ${row.amount_cents} for ${row.effective_on} ${row.state}`);
};

/** What `recordLease` writes of a whole return. */
const ended = async (lease: LeaseId): Promise<void> => {
  await world.db.updateTable('leases').set({ servicing_state: 'returned' }).where('lease_id', '=', lease).execute();
};

const noon = (date: string): Instant => `${date}T18:00:00.000Z` as Instant;

describe('a return while a debit is in a file', () => {
  it('says at once what will be given back, and gives nothing back before the debit has settled', async () => {
    const before = await world.post(wholeBefore, { returnedOn: '2026-12-03', at: noon('2026-12-03') });
    expect(before).toMatchObject({ outcome: 'accepted', fact: { customerRefundCents: 7_504, isWhole: true } });
    // 1 of 14 days used: 75.04 × 13 ÷ 14 = 69.68
    const within = await world.post(wholeWithin, { returnedOn: '2026-12-04', at: noon('2026-12-04') });
    expect(within).toMatchObject({ outcome: 'accepted', fact: { customerRefundCents: 6_968, isWhole: true } });
    await world.post(part, { returnedOn: '2026-12-03', at: noon('2026-12-03'), lines: [{ lineNumber: 2 }] });
    await ended(wholeBefore);
    await ended(wholeWithin);
    expect(await world.refunds(wholeBefore)).toEqual([]);

    await day('2026-12-04');
    expect(await entries(wholeBefore)).toEqual([
      'debit 7504 for 2026-12-04 settled',
      'refund 7504 for 2026-12-07 in_file',
    ]);
    for (const date of ['2026-12-07', '2026-12-17', '2026-12-18']) await day(date);
  }, 60_000);

  it('of everything, before its period: it is given back whole, and nothing is debited again', async () => {
    expect(await entries(wholeBefore)).toEqual([
      'debit 7504 for 2026-12-04 settled',
      'refund 7504 for 2026-12-07 settled',
    ]);
    expect(await world.refunds(wholeBefore)).toEqual(['bank_account 7504 posted of PAY-LEASE-1']);
    expect(await world.balances(wholeBefore)).toEqual({ card_clearing: 4_900, rent_earned: 4_900 });
  });

  it('of everything, within its period: what is not earned of it goes back, and nothing is debited again', async () => {
    expect(await entries(wholeWithin)).toEqual([
      'debit 7504 for 2026-12-04 settled',
      'refund 6968 for 2026-12-07 settled',
    ]);
    expect(await world.balances(wholeWithin)).toEqual({ bank_clearing: 536, card_clearing: 4_900, rent_earned: 5_436 });
  });

  it('of a part: that debit stands, the next ones are lower', async () => {
    const restAfter = Math.round((195_100 * 7) / 10) - 7_504;
    const level = Math.ceil(restAfter / 25);
    expect(await entries(part)).toEqual(['debit 7504 for 2026-12-04 settled', `debit ${level} for 2026-12-18 settled`]);
    expect(restCents(await world.schedule(part))).toBe(restAfter - level);
    expect(await world.isInAgreement(part)).toBe(true);
  });

  it('is dated by the newest run where runs are ahead of the lease’s clock', async () => {
    const lines = [{ lineNumber: 1, amountCents: 100 }];
    await world.post(part, { returnedOn: '2026-12-18', at: noon('2026-12-01'), lines });
    const rows = await world.db.selectFrom('returns').selectAll().where('lease_id', '=', part).execute();
    expect(rows[1]).toMatchObject({ business_on: '2026-12-18', posted_at: '2026-12-18T22:00:00.000Z' });
  });
});

describe('a debit that comes back after a return', () => {
  /** What the bank's file does of it (test/activities/bank-file does more). */
  async function bounced(lease: LeaseId): Promise<void> {
    const [entry] = await world.db
      .selectFrom('ach_entries')
      .selectAll()
      .where('lease_id', '=', lease)
      .where('purpose', '=', 'debit')
      .execute();
    const traceNumber = entry?.trace_number ?? '';
    const returned = [{ traceNumber, code: 'R10', stopsAutopay: true, pausesPayment: true }];
    const today = calendarDate('2026-12-22');
    await world.db.transaction().execute(async (trx) => {
      await markReturned(trx, returned, today);
      await postReturned(trx, 'SettledDebitReturned', 'return-debit', [traceNumber], noon('2026-12-22'));
      await undoPayments(trx, returned, today);
    });
  }

  const brokenLaws = async (): Promise<string[]> =>
    (await proveBooks(world.db)).filter(({ law }) => law === 'M8').map(({ detail }) => detail);

  it('leaves the customer owing the rent of the days used, and the refund that had no payment', async () => {
    await bounced(wholeWithin);
    expect((await world.schedule(wholeWithin))[0]).toMatchObject({ state: 'returned', amountCents: 536, paidCents: 0 });
    expect(await world.balances(wholeWithin)).toMatchObject({ customer_balance: 7_504 });
    expect(await brokenLaws()).toEqual([]);
  });

  it('is not refunded when the refund has not left yet', async () => {
    const lease = await world.funded(1);
    await world.db
      .updateTable('scheduled_payments')
      .set({ due_on: calendarDate('2026-12-22') })
      .where('lease_id', '=', lease)
      .where('number', '=', 2)
      .execute();
    await day('2026-12-21');
    await day('2026-12-22');
    await world.post(lease, { returnedOn: '2026-12-22', at: noon('2026-12-22') });
    await ended(lease);
    expect(await world.refunds(lease)).toEqual([expect.stringMatching(/^bank_account \d+ pending of PAY-LEASE-2$/)]);
    await bounced(lease);
    await day('2026-12-23');
    expect(await entries(lease)).toEqual(['debit 7504 for 2026-12-22 returned']);
    expect(await brokenLaws()).toEqual([]);
  });
});
