import { embeddedLedger } from '../support/ledger-database';
import { ReturnsWorld } from '../support/returns-world';
import { findLease } from '../../db/leases';
import { keepQuote } from '../../db/purchase-quotes';
import { calendarDate } from '../../domain/calendar-date';
import type { LeaseId } from '../../domain/ids';

let world: ReturnsWorld;
beforeAll(async () => {
  world = await ReturnsWorld.open(await embeddedLedger());
}, 60_000);
afterAll(() => world.close());

async function paidByCard(count: number): Promise<LeaseId> {
  const lease = await world.funded();
  for (let number = 1; number <= count; number += 1) await world.pay(lease, number, 'card');
  return lease;
}

async function quote(lease: LeaseId, asOf: string) {
  await world.db
    .updateTable('leases')
    .set({ signed_on: calendarDate('2026-11-24') })
    .where('lease_id', '=', lease)
    .execute();
  const row = await findLease(world.db, lease);
  if (!row) throw new Error('no such lease');
  return await keepQuote(world.db, row, calendarDate(asOf));
}

describe('the price of early purchase after a return', () => {
  it('scales what was paid before it, and counts what was paid after it in full (example E)', async () => {
    const lease = await paidByCard(4);
    expect((await quote(lease, '2027-01-20')).amountCents).toBe(69_984);
    const answer = await world.post(lease, { lines: [{ lineNumber: 2 }] });
    expect(answer).toMatchObject({ outcome: 'accepted' });
    const after = await quote(lease, '2027-01-20');
    expect(after).toMatchObject({ amountCents: 48_989, formula: 'contract_90_day' });
    expect(after.breakdown).toEqual([
      { label: 'Cash price', amountCents: 70_000 },
      { label: 'Lease payments made', amountCents: -21_011 },
    ]);
    await world.pay(lease, 5, 'card');
    expect((await quote(lease, '2027-01-30')).amountCents).toBe(48_989 - 5_253);
  });

  it('scales with every return', async () => {
    const lease = await paidByCard(4);
    await world.post(lease, { lines: [{ lineNumber: 2 }] });
    await world.post(lease, { actionType: 'price_adjustment', lines: [{ lineNumber: 1, amountCents: 7_000 }] });
    // 630.00 of 1,000.00 are left: 699.84 x 0.63
    expect((await quote(lease, '2027-01-20')).amountCents).toBe(44_090);
  });
});
