import { sql } from 'kysely';
import type { LeaseId } from '../../../domain/ids';
import { CollectionWorld } from '../../support/collection-world';
import { embeddedLedger } from '../../support/ledger-database';

const PAYMENTS = [
  { dueOn: '2026-12-04', amountCents: 5_100 },
  { dueOn: '2026-12-18', amountCents: 5_100 },
];

describe('leases that are paid off', () => {
  let world: CollectionWorld;
  beforeAll(async () => {
    world = await CollectionWorld.open(await embeddedLedger());
  }, 60_000);
  afterAll(() => world.close());

  const paidOff = async () =>
    (await world.run('leasesPaidOff', { businessOn: '2026-12-18' as never })) as { leaseIds: LeaseId[] };
  const setRent = (lease: LeaseId | undefined, changes: string) =>
    sql`UPDATE scheduled_payments SET ${sql.raw(changes)} WHERE lease_id = ${lease}`.execute(world.db);

  it('are those with no rent open; in Ohio also those of which half of what was paid is the cash price', async () => {
    const [open, paid, recut, ended, ohio, dearer, texas] = await world.plant(
      ...[{ payments: PAYMENTS }, { payments: PAYMENTS }, { payments: PAYMENTS }, { payments: PAYMENTS }],
      { payments: PAYMENTS, state: 'OH', invoiceTotalCents: 5_000 },
      { payments: PAYMENTS, state: 'OH', invoiceTotalCents: 5_001 },
      { payments: PAYMENTS, state: 'TX', invoiceTotalCents: 5_000 },
    );
    expect(await paidOff()).toEqual({ leaseIds: [] });
    await world.days('2026-12-03', '2026-12-04');
    expect(await paidOff()).toEqual({ leaseIds: [ohio] });

    await setRent(paid, `state = 'paid', paid_cents = amount_cents`);
    await setRent(recut, `state = CASE number WHEN 2 THEN 'cancelled' ELSE state END`);
    await setRent(ended, `state = 'paid', paid_cents = amount_cents`);
    await sql`UPDATE leases SET servicing_state = 'returned' WHERE lease_id = ${ended}`.execute(world.db);
    const { leaseIds } = await paidOff();
    expect(leaseIds).toEqual([paid, recut, ohio]);
    for (const lease of [open, dearer, texas]) expect(leaseIds).not.toContain(lease);
  });

  it('are waited for until SQL says that they have ended', async () => {
    const lease = await world.plantOne({ payments: PAYMENTS });
    let hasAnswered = false;
    const answered = world.run('leasesEnded', { leaseIds: [lease] }).then(() => (hasAnswered = true));
    await world.run('leasesEnded', { leaseIds: [] });
    expect(hasAnswered).toBe(false);
    await sql`UPDATE leases SET is_over = true WHERE lease_id = ${lease}`.execute(world.db);
    expect(await answered).toBe(true);
  });
});
